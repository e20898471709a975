"""Files are written whole or not at all."""

import pytest

from discrepancy.report.writing import replacing, write_text


def test_an_interrupted_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "report.txt"
    write_text(path, "old")

    def interrupted():
        with replacing(path) as part:
            part.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_and_rights_stay(tmp_path):
    path, link = tmp_path / "report.txt", tmp_path / "link.txt"
    write_text(path, "old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_text(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced(tmp_path):
    write_text("/dev/null", "text")
    with open("/dev/null", "rb") as null:
        assert null.read() == b""


def test_lines_keep_their_ends(tmp_path):
    write_text(tmp_path / "table.csv", "a\r\nb\n")
    assert (tmp_path / "table.csv").read_bytes() == b"a\r\nb\n"
