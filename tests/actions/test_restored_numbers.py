"""A restored centre leases no number that its old self may have given after the backup."""

from datetime import timedelta

from tests.actions.joining import join_laptop
from tests.worlds.lines import receive_command
from tests.worlds.memory import staffed_centre
from tests.worlds.restored import begun, restored
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.nodes.find_node import get_node
from veban.actions.numbers.allot import leases_of
from veban.actions.numbers.lease import renew_lane


def lanes(world, node):
    return [(lease.from_serial, lease.to_serial) for lease in leases_of(world.journal, node)]


def test_a_laptop_that_joins_after_the_restore_shares_no_number_with_one_the_backup_lacks():
    centre = staffed_centre()
    again = restored(centre)
    lost, new = join_laptop(centre, "k1"), join_laptop(begun(again), "k2")
    codes = {receive_dossier(world, receive_command("one"))["code"] for world in (lost, new)}
    assert len(codes) == 2
    assert lanes(again, "k2") == [(10001, 10500)]
    assert lanes(again, again.me.node) == [(15001, None)]


def test_a_laptop_that_the_backup_knows_keeps_its_numbers():
    centre = staffed_centre()
    join_laptop(centre, "k1")
    again = begun(restored(centre))
    again.clock.move_by(timedelta(days=30))
    assert renew_lane(again, get_node(again.journal, "k1")).from_serial == 1
    assert lanes(again, "k1") == [(1, 500), (1, 500)]


def test_a_laptop_whose_numbers_had_ended_gets_others_since_somebody_may_have_its_own():
    centre = staffed_centre()
    join_laptop(centre, "k1")
    again = restored(centre)
    centre.clock.move_by(timedelta(days=70))
    taken = join_laptop(centre, "k9")
    assert lanes(taken, "k9") == [(1, 500)]
    assert renew_lane(begun(again), get_node(again.journal, "k1")).from_serial > 5000


def test_a_backup_restored_once_more_hours_later_gives_other_numbers_than_the_first_time():
    centre = staffed_centre()
    first, second = restored(centre), restored(centre, "centre-r00000002")
    begun(first)
    given = receive_dossier(first, receive_command("c1"))["code"]
    centre.clock.move_by(timedelta(hours=3))
    begun(second)
    later = receive_dossier(second, receive_command("c2"))["code"]
    assert (given[-6:], later[-6:]) == ("-15001", "-45001")


def test_a_centre_restored_twice_over_goes_further_up_each_time():
    centre = begun(restored(staffed_centre()))
    again = restored(centre, "centre-r00000002")
    join_laptop(centre, "k1")
    join_laptop(begun(again), "k2")
    assert (lanes(centre, "k1"), lanes(again, "k2")) == ([(10001, 10500)], [(20001, 20500)])
