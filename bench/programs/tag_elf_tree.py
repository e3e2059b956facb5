"""What the libraries of a folder need, read as auditwheel reads it; one line each, as tag-elf-tree.js prints them."""

import os
import sys

from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection


def describe(path):
    with open(path, "rb") as file:
        elf = ELFFile(file)
        needed = [tag.needed for tag in elf.get_section_by_name(".dynamic").iter_tags("DT_NEEDED")]
        versions = set()
        for section in elf.iter_sections():
            if isinstance(section, GNUVerNeedSection):
                for library, auxiliaries in section.iter_versions():
                    versions.update((library.name, auxiliary.name) for auxiliary in auxiliaries)
        symbols = elf.get_section_by_name(".dynsym").iter_symbols()
        imported = [symbol.name for symbol in symbols if symbol.name and symbol["st_shndx"] == "SHN_UNDEF"]
    names = [name for _, name in versions if name.startswith("GLIBC_") and name[6].isdigit()]
    glibc = max((tuple(map(int, name[6:].split("."))) for name in names), default=(0, 0))
    return "%s manylinux_%d_%d %s %d" % (os.path.basename(path), glibc[0], max(glibc[1], 5), ",".join(needed), len(imported))


folder = sys.argv[1]
for name in sorted(os.listdir(folder)):
    print(describe(os.path.join(folder, name)))
