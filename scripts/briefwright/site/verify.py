"""`verify`: is a bundle what it was when it was made? Nothing is unpacked or run."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefwright.errors import BundleError
from briefwright.site import inventory
from briefwright.site.archive import sealed
from briefwright.site.inventory import Inventory, NotAnInventory
from briefwright.store.files import read_bytes, shown, told

# Gives a file's bytes, at most the given number and one more.
_Read = Callable[[int], bytes]
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found.

    Attributes:
        inventory: what the bundle should hold.
        changed, missing, added: paths; a file listed as changed may also be unreadable.
        broken_seal: the zip file is not, byte for byte, the one that was made.
    """

    inventory: Inventory
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    broken_seal: bool

    @property
    def whole(self) -> bool:
        """Nothing was changed, taken away or added."""
        return not (self.changed or self.missing or self.added or self.broken_seal)


def verify_bundle(path: Path) -> Verdict:
    """Compare the bundle at `path`, a zip file or a folder, with its own `MANIFEST.json`.

    Raises:
        BundleError: B011, it is no bundle, or one whose list of files is missing or was changed.
        WorkspaceError: A008, it can't be read.
    """
    if path.is_dir():
        return _verdict(path, _of_folder(path), broken_seal=False)
    data = read_bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _verdict(path, _of_archive(archive, path), broken_seal=not sealed(data))
    except _DAMAGE as error:
        raise _no_bundle(path, "a damaged zip file, or none") from error


def _verdict(path: Path, files: Mapping[str, _Read], *, broken_seal: bool) -> Verdict:
    if inventory.NAME not in files:
        raise _no_bundle(path, f"no {inventory.NAME}")
    try:
        listed = inventory.load(files[inventory.NAME](inventory.MAX_BYTES))
    except (NotAnInventory, *_DAMAGE) as error:
        raise _no_bundle(path, f"a {inventory.NAME} that can't be trusted: {error}") from error
    there = {name for name in files if name != inventory.NAME}
    return Verdict(
        inventory=listed,
        changed=tuple(sorted(n for n in there & {*listed.files} if not _same(files[n], listed, n))),
        missing=tuple(sorted({*listed.files} - there)),
        added=tuple(sorted(there - {*listed.files})),
        broken_seal=broken_seal,
    )


def _same(read: _Read, listed: Inventory, name: str) -> bool:
    wanted = listed.files[name]
    try:
        # One byte more than listed shows that there is more; no file fills the memory.
        return inventory.entry(read(wanted.bytes)) == wanted
    except _DAMAGE:
        return False


def _of_folder(folder: Path) -> dict[str, _Read]:
    with told(folder, "read"):
        return {
            path.relative_to(folder).as_posix(): _reader(path)
            for path in sorted(folder.rglob("*"))
            if path.is_symlink() or not path.is_dir()
        }


def _reader(path: Path) -> _Read:
    def read(limit: int) -> bytes:
        # A link or a device is none of the files that were written.
        if path.is_symlink() or not stat.S_ISREG(path.lstat().st_mode):
            raise ValueError(path)
        return read_bytes(path, limit=limit)

    return read


def _of_archive(archive: zipfile.ZipFile, path: Path) -> dict[str, _Read]:
    """The files below the archive's one folder."""
    names = [info.filename for info in archive.infolist()]
    tops = {PurePosixPath(name).parts[0] for name in names if inventory.safe(name)}
    if len(tops) != 1 or len(set(names)) != len(names) or not all(map(inventory.safe, names)):
        raise _no_bundle(path, "files that are not in one folder, or twice the same")
    return dict(_members(archive, f"{tops.pop()}/"))


def _members(archive: zipfile.ZipFile, top: str) -> Iterator[tuple[str, _Read]]:
    for info in archive.infolist():

        def read(limit: int, info: zipfile.ZipInfo = info) -> bytes:
            with archive.open(info) as file:
                return file.read(limit + 1)

        yield info.filename.removeprefix(top), read


def _no_bundle(path: Path, saw: str) -> BundleError:
    return BundleError(
        "B011",
        at=shown(path),
        saw=saw,
        wanted="a zip file or folder made by `briefwright bundle`",
        fix="get the bundle again from where it came, or make it again with `briefwright bundle`",
    )
