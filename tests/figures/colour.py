"""Colour arithmetic for the palette's tests, from the published formulas."""

from __future__ import annotations

from math import dist

Rgb = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Rgb:
    """ "#rrggbb" as linear light, by the sRGB transfer function."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((_luminance(linear(one)), _luminance(linear(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def as_seen(colour: str, deficiency: str | None) -> Rgb:
    """The colour, as seen with a deficiency, in CIELAB."""
    light = linear(colour)
    if deficiency:
        red, green, blue = (
            min(1.0, max(0.0, sum(weight * channel for weight, channel in zip(row, light, strict=True))))
            for row in DEFICIENCIES[deficiency]
        )
        light = (red, green, blue)
    return _lab(light)


def difference(one: str, other: str, deficiency: str | None) -> float:
    """The distance between two colours in CIELAB (CIE 1976); about 2 is just noticeable."""
    return dist(as_seen(one, deficiency), as_seen(other, deficiency))


def _luminance(light: Rgb) -> float:
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def _lab(light: Rgb) -> Rgb:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = _luminance(light)
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
