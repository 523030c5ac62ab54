"""One major decision goes the whole way, from proposal to the archive."""

from tests.story import Story


def test_a_case_goes_the_whole_way(told: Story) -> None:
    told.until("close_case")
    assert told.known_case.state == "closed"
    assert told.known_case.length == len(told.beats) - 2
