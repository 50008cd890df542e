"""Writes h5py.h5 in this folder."""

import os

import h5py
import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
counts = np.arange(24).reshape(4, 3, 2)
with h5py.File("h5py.h5", "w") as file:
    file.create_dataset("plain", data=counts.astype("f8"))
    file.create_dataset("gzip", data=counts.astype("f4"), chunks=(3, 2, 2), compression="gzip", shuffle=True, fletcher32=True)
    zeros = np.zeros((40, 30), dtype="i4")
    zeros[7, 3] = 5
    file.create_dataset("lzf", data=zeros, chunks=(20, 30), compression="lzf")
    file.create_dataset("big", data=counts.astype(">i2"))
    file.create_dataset("trials/half", data=counts.astype("f2"))
    file.create_dataset("trials/unsigned", data=np.array([0, 2**64 - 1, 2**53], dtype="u8"))
    file.create_dataset("trials/byte", data=np.array([0, 200, 255], dtype="u1"))
    file.create_dataset("trials/truth", data=np.array([True, False, True]))
    file.create_dataset("missing", data=np.array([[1.5, np.nan], [2.5, 3.5]]))
    file.create_dataset("animal", data=np.array(["m1", "m2", "m1", "Ω"], dtype=h5py.string_dtype()))
    file.create_dataset("fixed", data=np.array([b"a", b"bc", b"", b"d"]))
    file.create_dataset("two_texts", data=np.array([["a", "b"], ["c", "d"]], dtype=h5py.string_dtype()))
    file.create_dataset("age", data=np.array([10, 20, 10, 30], dtype="i4"))
    file.create_dataset("records", data=np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))
    file.create_dataset("complex", data=np.array([1 + 2j]))
    file.create_dataset("ragged", data=np.array([np.array([1.0]), np.array([1.0, 2.0])], dtype=object), dtype=h5py.vlen_dtype("f8"))
    file.create_dataset("scalar", data=3.5)
    file.create_dataset("no_rows", data=np.zeros((0, 3)))
    file.create_dataset("nothing", data=h5py.Empty("f8"))
    file.create_dataset("colours", data=np.array([0, 1], dtype=h5py.enum_dtype({"RED": 0, "BLUE": 1})))
    file.create_dataset("vast", shape=(100000, 100000), dtype="f4", chunks=(100, 100))
    file["again"] = h5py.SoftLink("/plain")
    file["broken"] = h5py.SoftLink("/away")
    file["trials/up"] = h5py.SoftLink("/")
with h5py.File("single.h5", "w") as file:
    file.create_dataset("spikes", data=np.arange(6).reshape(3, 2).astype("i1"))
    file.create_dataset("batch", data=np.array([1, 2, 1]))
    file.create_dataset("rates", data=np.arange(6).reshape(3, 2) / 8)
