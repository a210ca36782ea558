"""What is counted: residents by group, nationality and origin, arrivals and departures (D2-D8), and the rest."""

from tests.reference import background, dates, moves, people
from tests.reference.balance import balance, balance_by_nationality
from tests.reference.cells import Key, Table, cell
from tests.reference.codes import UNKNOWN
from tests.reference.nationality import STATELESS, counts_as, is_dutch, is_international
from tests.reference.reading import Event, Mutations, Resident, Stands
from tests.reference.rows import ENTERS, LEAVES

OUT_AND_BACK_DAYS = 30


def tables(stands: Stands, mutations: Mutations) -> dict[str, dict[Key, int]]:
    """Every table that this reference knows, under its public name; only cells that are not zero."""
    net = _net_of_pairs(mutations)
    quality = _quality(stands, mutations) + net.pop("quality", Table())
    found = {
        **_residents(stands),
        **people.tables(stands),
        **_flows(mutations),
        **net,
        "balance": balance(stands, mutations),
        "balance_nationality": balance_by_nationality(stands, mutations),
        "quality": quality,
        "accounting": _accounting(stands, mutations),
    }
    return {name: {key: number for key, number in table.items() if number} for name, table in found.items()}


# --- residents ---------------------------------------------------------------------------------------


def has_background(resident: Resident) -> bool:
    return background.has_background(resident.birth_country, resident.parent1, resident.parent2)


def groups_of(resident: Resident) -> list[str]:
    """Every group of `residents_group` that this resident is in."""
    groups = ["total", "dutch" if is_dutch(resident.held) else "international"]
    if has_background(resident):
        groups.append("migration_background")
        if is_dutch(resident.held):
            groups.append("dutch_with_background")
    elif is_international(resident.held):
        groups.append("international_without_background")
    return groups


def _residents(stands: Stands) -> dict[str, Table]:
    group, nationality, origin = Table(), Table(), Table()
    for resident in stands.residents:
        year = resident.at.year
        for each in groups_of(resident):
            group[cell(year=year, group=each)] += 1
        nationality[cell(year=year, nationality=counts_as(resident.held, resident.at))] += 1
        country = background.origin(
            resident.birth_country, resident.parent1, resident.parent2, resident.sex1, resident.sex2
        )
        origin[cell(year=year, origin=country)] += 1
    return {"residents_group": group, "residents_nationality": nationality, "residents_origin": origin}


# --- arrivals and departures -------------------------------------------------------------------------


def pairs_out_and_back(mutations: Mutations) -> list[tuple[Event, Event]]:
    """Departures with the arrival that undoes them (D7).

    The next event of the same person that makes them a resident or ends it is an arrival, at most
    thirty days later and in the same calendar year.
    """
    pairs = []
    for departure in mutations.events:
        if departure.kind != "vertrek":
            continue
        later = [
            event
            for event in mutations.of(departure.day.year)
            if event.person == departure.person
            and event.kind in ENTERS | LEAVES
            and (event.day, event.row) > (departure.day, departure.row)
        ]
        if not later or later[0].kind != "vestiging":
            continue
        if (later[0].day - departure.day).days <= OUT_AND_BACK_DAYS:
            pairs.append((departure, later[0]))
    return pairs


def _flows(mutations: Mutations) -> dict[str, Table]:
    pairs = pairs_out_and_back(mutations)
    undone = [event for pair in pairs for event in pair]
    found = {"out_and_back": Table()}
    for departure, arrival in pairs:
        if is_international(departure.before) or is_international(arrival.before):
            found["out_and_back"][cell(year=departure.day.year)] += 1
    for flow, kind in (("arrivals", "vestiging"), ("departures", "vertrek")):
        gross = [e for e in mutations.events if e.kind == kind and is_international(e.before)]
        net = [event for event in gross if event not in undone]
        found[f"{flow}_gross"] = Table(cell(year=event.day.year) for event in gross)
        found[flow] = Table(cell(year=event.day.year) for event in net)
        found[f"{flow}_nationality"] = Table(
            cell(year=event.day.year, nationality=counts_as(event.before, event.day)) for event in net
        )
        persons = {(event.day.year, event.person) for event in net}
        found[f"{flow}_persons"] = Table(cell(year=year) for year, _ in persons)
    return found


def _net_of_pairs(mutations: Mutations) -> dict[str, Table]:
    undone = [event for pair in pairs_out_and_back(mutations) for event in pair]
    return moves.tables(event for event in mutations.events if event not in undone)


# --- about the register itself -----------------------------------------------------------------------


def peculiarities(resident: Resident) -> list[str]:
    """What is unknown or unusual about a resident, for the quality table."""
    found = {
        "unknown_nationality": not resident.held,
        "stateless": counts_as(resident.held, resident.at) == STATELESS,
        "one_parent_unknown": background.is_unknown(resident.parent1)
        != background.is_unknown(resident.parent2),
        "unknown_birth_country": resident.birth_country == UNKNOWN,
        "incomplete_birth_date": dates.complete(resident.birth) is None,
        "unknown_neighbourhood": not resident.neighbourhood,
        "international_without_background": is_international(resident.held) and not has_background(resident),
        "asylum_title_ended": is_international(resident.held)
        and people.is_asylum(resident.title, resident.at)
        and people.is_over(resident.title_end, resident.at),
    }
    return [item for item, true in found.items() if true]


def _quality(stands: Stands, mutations: Mutations) -> Table:
    table = Table()
    for resident in stands.residents:
        for item in peculiarities(resident):
            table[cell(year=resident.at.year, item=item)] += 1
    for departure, _ in pairs_out_and_back(mutations):
        table[cell(year=departure.day.year, item="out_and_back")] += 1
    corrections = {"correctie_bij": "corrections_in", "correctie_af": "corrections_out"}
    flows = {"vestiging": "arrivals", "vertrek": "departures"}
    for event in mutations.events:
        if event.kind in corrections:
            table[cell(year=event.day.year, item=corrections[event.kind])] += 1
        if event.kind in flows and not event.counterpart_known:
            table[cell(year=event.day.year, item=f"{flows[event.kind]}_counterpart_unknown")] += 1
    return table


def _accounting(stands: Stands, mutations: Mutations) -> Table:
    table = Table()
    for at, account in stands.accounting.items():
        for item, rows in account.items():
            table[cell(year=at.year, file=f"stand_{at.isoformat()}", item=item)] += rows
    for year, account in mutations.accounting.items():
        for item, rows in account.items():
            table[cell(year=year, file=f"mutaties_{year}", item=item)] += rows
    return table
