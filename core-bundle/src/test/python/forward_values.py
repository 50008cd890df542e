"""Computes what each operation should give, with numpy, scipy and mpmath.

Writes forward-values.json, which ForwardValuesTest reads. Run from this folder:
    python3 forward_values.py > ../resources/org/vaelix/core/internal/reference/forward-values.json
"""

import json
import sys

import mpmath
import numpy as np
from scipy import signal, special

mpmath.mp.dps = 40
random = np.random.default_rng(20261101)
cases = []


def array(values):
    values = np.asarray(values, dtype=np.float64)
    return {"shape": list(values.shape), "values": values.ravel().tolist()}


def case(op, operands, expected, tolerance=0.0, floor=0.0, **attributes):
    """The error may be tolerance times the size of the expected value, or of floor where that is larger."""
    cases.append(
        {
            "op": op,
            "operands": [array(o) for o in operands],
            "attributes": attributes,
            "expected": array(expected),
            "tolerance": tolerance,
            "floor": floor,
        }
    )


def exact(function, x):
    """A scalar function with 40 digits, rounded once."""
    return [float(function(mpmath.mpf(v))) for v in x]


# Sources. Philox 4x32-10 as in Salmon et al. 2011, table 2 and section 3.3, with Python's whole numbers.
def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(p1 >> 32) ^ c[1] ^ k[0], p1 & 0xFFFFFFFF, (p0 >> 32) ^ c[3] ^ k[1], p0 & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


assert philox([0] * 4, [0] * 2) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]


def noise(seed, step, stream, count):
    words = []
    for block in range((count + 3) // 4):
        words += philox([block, stream, step & 0xFFFFFFFF, step >> 32], [seed & 0xFFFFFFFF, seed >> 32])
    uniform = [mpmath.mpf(2 * (w >> 9) + 1) / 2**24 for w in words]
    normal = []
    for u0, u1 in zip(uniform[::2], uniform[1::2]):
        radius = mpmath.sqrt(-2 * mpmath.log(u0))
        normal += [radius * mpmath.cos(2 * mpmath.pi * u1), radius * mpmath.sin(2 * mpmath.pi * u1)]
    return [float(u) for u in uniform[:count]], [float(n) for n in normal[:count]]


import zlib

seed, step = 0x123456789ABCDEF, 0x500000007
stream = zlib.crc32(b"decoder/noise")
uniform, normal = noise(seed, step, stream, 15)
case("UNIFORM", [], np.reshape(uniform, (3, 5)), name="decoder/noise", seed=seed, step=step)
case("NORMAL", [], np.reshape(normal, (3, 5)), 1e-14, name="decoder/noise", seed=seed, step=step)
some = random.normal(size=(2, 3))
for source in ["INPUT", "PARAMETER", "STATE", "CONSTANT"]:
    case(source, [some], some)

# Element-wise, two operands.
inf, nan = np.inf, np.nan
left = np.array([[0.0, -0.0, 1.5], [-2.25, 1e308, 3e-308], [inf, -inf, nan], [7.0, -7.0, 0.1]])
right = np.array([3.0, -0.5, 1e-3])
column = np.array([[2.0], [0.0], [-1.0], [7.0]])
with np.errstate(all="ignore"):
    for op, f in {
        "ADD": np.add,
        "SUBTRACT": np.subtract,
        "MULTIPLY": np.multiply,
        "DIVIDE": np.divide,
        "MAXIMUM": np.maximum,
        "MINIMUM": np.minimum,
        "LESS": np.less,
        "LESS_OR_EQUAL": np.less_equal,
        "EQUAL": np.equal,
    }.items():
        case(op, [left, right], f(left, right))
        case(op, [column, left], f(column, left))
        case(op, [left, 7.0], f(left, 7.0))
        case(op, [left, left], f(left, left))
base = np.array([[0.0, 0.5, 1.0, 2.0, 10.0, 1e-5]])
exponent = np.array([[0.0], [0.5], [1.0], [2.0], [-1.5], [37.25]])
power = [[float(mpmath.mpf(a) ** mpmath.mpf(b)) if a > 0 or b >= 0 else inf for a in base[0]] for b in exponent[:, 0]]
case("POWER", [base, exponent], power, 1e-14)
case("POWER", [[-2.0, -0.5, 0.0, -0.0], 3.0], [-8.0, -0.125, 0.0, -0.0])
condition = np.array([[1.0, 0.0, -0.0, nan, -3.0]])
case("SELECT", [condition, [[1.0], [nan]], 9.0], np.where(condition != 0, [[1.0], [nan]], 9.0))

# Element-wise, one operand.
any_number = [0.0, -0.0, 1.0, -1.0, 0.3, -2.5, 1e-10, -1e-10, 700.0, -700.0, 1e6, -1e6, inf, -inf, nan]
case("NEGATE", [any_number], np.negative(any_number))
case("ABS", [any_number], np.abs(any_number))
case("SIGN", [any_number], np.sign(any_number))
case("FLOOR", [any_number], np.floor(any_number))
case("RELU", [any_number], np.maximum(any_number, 0.0))
case("STOP_GRADIENT", [any_number], any_number)
positive = [1e-300, 1e-10, 0.3, 0.999999, 1.0, 1.000001, 2.5, 1e6, 1e300]
case("LOG", [positive + [0.0, inf]], exact(mpmath.log, positive) + [-inf, inf], 1e-15)
case("SQRT", [positive + [0.0, inf]], exact(mpmath.sqrt, positive) + [0.0, inf], 1e-15)
moderate = [0.0, -0.0, 1.0, -1.0, 0.3, -2.5, 1e-10, -1e-10, 20.0, -20.0, 40.0, -40.0, 700.0, -700.0]
case("EXP", [moderate + [1e6, -1e6]], exact(mpmath.exp, moderate) + [inf, 0.0], 1e-15)
case("EXPM1", [moderate + [1e6, -1e6]], exact(mpmath.expm1, moderate) + [inf, -1.0], 1e-15)
above = [0.0, -0.0, 1e-10, -1e-10, 1e-300, 0.3, -0.999, 1.0, 1e6, 1e300]
case("LOG1P", [above + [-1.0]], exact(mpmath.log1p, above) + [-inf], 1e-15)
angles = [0.0, -0.0, 1.0, -1.0, 3.141592653589793, 1e-10, 100.0, 1e6]
case("SIN", [angles], exact(mpmath.sin, angles), 1e-15)
case("COS", [angles], exact(mpmath.cos, angles), 1e-15)
case("TANH", [moderate + [1e6, -1e6]], exact(mpmath.tanh, moderate) + [1.0, -1.0], 1e-15)
case("SIGMOID", [moderate + [1e6, -1e6]], exact(lambda x: 1 / (1 + mpmath.exp(-x)), moderate) + [1.0, 0.0], 1e-15)
case("SOFTPLUS", [moderate + [1e6, -1e6]], exact(lambda x: mpmath.log1p(mpmath.exp(x)), moderate) + [1e6, 0.0], 1e-15)
wide = [1e-300, 1e-10, 1e-3, 0.1, 0.5, 1.0, 1.7, 2.4999, 2.5001, 3.0, 4.0, 5.5, 5.99, 6.5, 30.0]
wide = [0.0, -0.0] + wide + [-w for w in wide]
case("ERF", [wide], exact(mpmath.erf, wide), 1e-15)
gamma = [1e-300, 1e-10, 1e-6, 1e-3, 0.1, 0.4999, 0.5, 0.75, 0.999999, 1.0, 1.000001, 1.25, 1.4616321449683622, 1.5, 1.75]
gamma += [1.999999, 2.0, 2.000001, 2.4999, 2.5, 2.5001, 3.0, 5.3, 8.0, 11.999, 12.0, 12.001, 20.0, 100.5, 999.0, 1e4, 1e5, 1e6, 1e7, 1e15, 1e300]
case("LGAMMA", [gamma + [0.0, inf]], exact(mpmath.loggamma, gamma) + [inf, inf], 1e-15)
# scipy agrees with mpmath to its own accuracy.
assert np.allclose(special.gammaln(gamma), exact(mpmath.loggamma, gamma), rtol=1e-13, atol=1e-15)
case("DIGAMMA", [gamma + [0.0]], exact(mpmath.digamma, gamma) + [-inf], 1e-15, floor=1.0)
case("DIGAMMA", [[1e-6, 0.1, 1.0, 2.0, 10.0, 1e6]], special.digamma([1e-6, 0.1, 1.0, 2.0, 10.0, 1e6]), 1e-14)
for n in [1, 2, 3, 4, 7]:
    x = [v for v in gamma if 1e-10 <= v <= 1e15]
    value = [float((-1) ** (n + 1) * mpmath.factorial(n) * mpmath.zeta(n + 1, mpmath.mpf(v))) for v in x]
    case("POLYGAMMA", [x], value, 1e-15, order=n)
    x = [1e-6, 0.1, 1.0, 2.0, 10.0, 1e6]
    case("POLYGAMMA", [x], special.polygamma(n, x), 1e-13, order=n)

# Reductions.
block = random.normal(size=(3, 4, 5))
for axes in [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)]:
    case("SUM", [block], block.sum(axis=axes, keepdims=True), 1e-15, floor=10.0, axes=axes)
    case("MAX", [block], block.max(axis=axes, keepdims=True), axes=axes)
long = np.round(random.normal(size=(2, 1001)) * 1e3)
case("SUM", [long], long.sum(axis=1, keepdims=True), axes=[1])
case("SUM", [np.zeros((2, 0))], np.zeros((2, 1)), axes=[1])
case("SUM", [3.5], 3.5, axes=[])
case("MAX", [[[1.0, nan, 2.0], [-inf, -inf, -inf]]], [[nan], [-inf]], axes=[1])

# Products.
for a, b in [((3, 4), (4, 2)), ((1, 70), (70, 1)), ((5, 7), (7, 9)), ((2, 3, 4), (2, 4, 2)), ((2, 3, 4), (4, 2)),
             ((3, 4), (2, 4, 2)), ((2, 1, 3, 4), (5, 4, 2)), ((0, 4), (4, 2)), ((3, 0), (0, 2))]:
    x, y = random.normal(size=a), random.normal(size=b)
    for l in [False, True]:
        for r in [False, True]:
            x_given = np.swapaxes(x, -1, -2) if l else x
            y_given = np.swapaxes(y, -1, -2) if r else y
            case("MATMUL", [x_given, y_given], x @ y, 1e-14, floor=1.0, left=l, right=r)


def correlate(x, w, c):
    """scipy's direct two-dimensional correlation of each pair of channels, then every s-th value."""
    sh, sw, top, left, bottom, right = c
    x = np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)))
    pairs = [[sum(signal.correlate2d(i, f, "valid") for i, f in zip(image, filters)) for filters in w] for image in x]
    return np.array(pairs)[:, :, ::sh, ::sw]


def jacobian(function, shape):
    """The matrix of a linear function, one column for each unit vector."""
    size = int(np.prod(shape))
    return np.stack([function(unit.reshape(shape)).ravel() for unit in np.eye(size)], axis=1)


for c in [(1, 1, 0, 0, 0, 0), (1, 1, 1, 1, 1, 1), (2, 2, 1, 1, 1, 1), (2, 1, 1, 0, 0, 2), (3, 2, 0, 2, 1, 0)]:
    x, w = random.normal(size=(2, 3, 5, 4)), random.normal(size=(2, 3, 3, 2))
    y = correlate(x, w, c)
    case("CONV2D", [x, w], y, 1e-14, floor=1.0, convolution=c)
    g = random.normal(size=y.shape)
    to_input = (jacobian(lambda t: correlate(t, w, c), x.shape).T @ g.ravel()).reshape(x.shape)
    to_filter = (jacobian(lambda t: correlate(x, t, c), w.shape).T @ g.ravel()).reshape(w.shape)
    case("CONV2D_INPUT_GRADIENT", [w, g], to_input, 1e-14, floor=1.0, convolution=c)
    case("CONV2D_FILTER_GRADIENT", [x, g], to_filter, 1e-14, floor=1.0, convolution=c)

# Layout.
for height, width, down, across in [(2, 2, 2, 2), (3, 2, 1, 2), (1, 1, 1, 1), (5, 4, 1, 1)]:
    x = random.normal(size=(2, 2, 5, 4))

    def windows(t):
        view = np.lib.stride_tricks.sliding_window_view(t, (height, width), axis=(2, 3))[:, :, ::down, ::across]
        return view.reshape(view.shape[:4] + (height * width,))

    y = windows(x)
    case("WINDOWS2D", [x], y, window=[height, width, down, across])
    g = random.normal(size=y.shape)
    folded = (jacobian(windows, x.shape).T @ g.ravel()).reshape(x.shape)
    case("FOLD2D", [g], folded, 1e-14, floor=1.0, window=[height, width, down, across])
case("RESHAPE", [block], block.reshape(2, 30))
case("TRANSPOSE", [block], block.transpose(2, 0, 1), axes=[2, 0, 1])
case("TRANSPOSE", [block], block.transpose(0, 2, 1), axes=[0, 2, 1])
case("SLICE", [block], block[1:3, 0:4, 2:3], start=[1, 0, 2])
case("PAD", [block], np.pad(block, ((0, 1), (2, 0), (1, 3)), constant_values=-1.5), before=[0, 2, 1], after=[1, 0, 3], value=-1.5)
case("CONCAT", [block, block[:, :1], block[:, 2:]], np.concatenate([block, block[:, :1], block[:, 2:]], axis=1), axis=1)
case("BROADCAST", [block[:, :1]], np.broadcast_to(block[:, :1], (2, 3, 4, 5)))
case("BROADCAST", [2.5], np.full((2, 3), 2.5))

# One case on each line, so that a change can be read.
sys.stdout.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
