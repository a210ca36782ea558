"""The operations that compute the values of a page: every public function of a module here is one."""
