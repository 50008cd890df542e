"""Writes the fixtures in this folder, and what NumPy itself reads from them (expected.csv)."""

import io
import os

import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
rows = []


def save(name, array, version=None):
    with open(name + ".npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)
    loaded = np.load(name + ".npy")
    with np.errstate(all="ignore"):
        values = " ".join(repr(float(v)) for v in loaded.ravel(order="C"))
    rows.append(f"{name},{' '.join(map(str, loaded.shape))},{values}")


codes = ["b1", "i1", "u1"] + [
    order + kind for order in "<>" for kind in ("i2", "i4", "i8", "u2", "u4", "u8", "f2", "f4", "f8")
]
for code in codes:
    dtype = np.dtype(code)
    if dtype.kind == "b":
        values = [True, False, True, True, False, False]
    elif dtype.kind in "iu":
        info = np.iinfo(dtype)
        values = [0, 1, 2, info.min, info.max, info.max // 3]
    else:
        info = np.finfo(dtype)
        values = [0.0, -1.5, info.max, info.smallest_normal, info.smallest_subnormal, 1 / 3]
    name = dtype.str.replace("<", "little_").replace(">", "big_").replace("|", "")
    save(name, np.array(values, dtype).reshape(2, 3))

cube = np.arange(24.0).reshape(2, 3, 4)
save("order_c", cube)
save("order_fortran", np.asfortranarray(cube))
save("order_fortran_int16_big", np.asfortranarray(cube.astype(">i2")))
save("version_1", cube, (1, 0))
save("version_2", cube, (2, 0))
save("version_3", cube, (3, 0))
save("vector", np.arange(5, dtype="<f4"))

# What must be refused.
np.save("refused_object.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
np.save("refused_structured.npy", np.zeros(3, dtype=[("a", "<f8"), ("b", "<i4")]))
np.save("refused_complex.npy", np.zeros(3, dtype="<c16"))
np.save("refused_text.npy", np.array(["a", "bc"]))
np.save("refused_date.npy", np.array(["2020-01-01"], dtype="M8[D]"))
np.save("refused_scalar.npy", np.float64(1))
np.save("refused_empty.npy", np.zeros((0, 3)))

np.savez("stored.npz", spikes=np.arange(6, dtype="i2").reshape(3, 2), labels=np.arange(3))
np.savez_compressed("compressed.npz", spikes=np.arange(600.0).reshape(100, 6) % 7)
np.savez(
    "conditions.npz",
    spikes=np.arange(6.0).reshape(3, 2),
    place=np.arange(1.0, 7.0).reshape(3, 2) / 2,
    batch=np.array(["day 1", "Tag 2 \U0001f42d", ""], dtype=">U9"),
    trial=np.array([7, 7, 8]),
)

with io.open("expected.csv", "w", newline="\n") as file:
    file.write("\n".join(rows) + "\n")
