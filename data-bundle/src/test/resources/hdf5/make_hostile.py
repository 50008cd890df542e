"""Writes hostile.h5: links that lead out of the file, and groups that hold themselves."""

import h5py

with h5py.File("hostile.h5", "w", libver="earliest") as file:
    file["rows"] = [[1.0, 2.0], [3.0, 4.0]]
    file["elsewhere"] = h5py.ExternalLink("single.h5", "/")
    inner = file.create_group("inner")
    inner["itself"] = inner
    file["round"] = h5py.SoftLink("/round")
