"""``veban field add --point`` and ``field point``: a laptop that stays."""


def test_a_laptop_is_invited_as_a_point_renamed_and_ended(centre):
    added = centre.run(
        "field", "add", "Máy 5", "--point", "Hừa Ngài", "--area", "xã Hừa Ngài cũ", "--json"
    )
    assert (added.code, set(added.answer)) == (0, {"node", "token", "point"})
    node = added.answer["node"]
    who = [node, "--officer", "hoa", "--json"]
    named = centre.run("field", "point", *who, "--name", "Điểm tiếp nhận Sá Tổng")
    assert named.answer == {"node": node, "point": "Sá Tổng", "area": None}
    ended = centre.run("field", "point", *who, "--end")
    assert ended.answer == {"node": node, "point": None, "area": None}
    assert centre.run("journal", "rebuild", "--json").answer["identical"]


def test_what_cannot_be_a_point_is_refused_by_name(centre):
    node = centre.run("field", "add", "Máy 5", "--json").answer["node"]
    refused = centre.run("field", "point", node, "--officer", "lan", "--name", "X", "--json")
    assert (refused.code, refused.answer["refused"]) == (1, "officer.lacks_role")
    long = centre.run("field", "add", "Máy 6", "--point", "x" * 81, "--json")
    assert (long.code, long.answer["refused"]) == (1, "point.name_wrong")
    unknown = centre.run("field", "point", "may-0", "--officer", "hoa", "--name", "X", "--json")
    assert unknown.answer["refused"] == "node.unknown"
    assert centre.run("field", "point", node, "--officer", "hoa").code == 2
