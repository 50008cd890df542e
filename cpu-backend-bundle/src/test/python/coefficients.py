"""Computes the coefficients of the vectorised functions: relative minimax by linear programming.

Each fit minimises the largest weighted error over a dense grid; for a quotient P/Q the weight holds the
Q of the round before (Loeb's iteration). Coefficients are then rounded to single precision one
by one, the one that matters most first, and the others fitted again around those already fixed.
Needs numpy, scipy and mpmath. Prints them.
"""
import numpy as np, mpmath as mp
from scipy.optimize import linprog
mp.mp.dps = 40
single = np.float32

def solve(A, f, w):
    """Minimises max w |A c - f|."""
    scale = np.abs(A * w[:, None]).max(0)
    B = A / scale * w[:, None]; g = f * w
    e = np.ones((len(f), 1))
    k = A.shape[1]
    unit = max(np.abs(g).max(), 1e-300)
    # solve first by least squares, so that the programme only has a small rest to place
    c0 = np.linalg.lstsq(B, g, rcond=None)[0]
    rest = g - B @ c0
    s = np.abs(rest).max() or 1.0
    rhs = rest / s
    res = linprog(np.r_[np.zeros(k), 1], A_ub=np.r_[np.c_[B, -e], np.c_[-B, -e]], b_ub=np.r_[rhs, -rhs],
                  bounds=[(None, None)] * k + [(0, None)], method='highs')
    c = c0 + res.x[:k] * s
    return c / scale, res.x[-1] * s

def rounded(A, f, w):
    k = A.shape[1]; fixed = {}
    while len(fixed) < k:
        free = [j for j in range(k) if j not in fixed]
        g = f - sum((A[:, j] * v for j, v in fixed.items()), np.zeros(len(f)))
        c, err = solve(A[:, free], g, w)
        if not fixed: first = err
        imp = np.abs(A[:, free] * c * w[:, None]).max(0)
        b = int(np.argmax(imp))
        fixed[free[b]] = float(single(c[b]))
    c = np.array([fixed[j] for j in range(k)])
    return c, first, np.abs((A @ c - f) * w).max()

def grid(a, b, n=600):
    return (a + b) / 2 - (b - a) / 2 * np.cos(np.pi * (np.arange(n) + .5) / n)

def values(g, x):
    return np.array([float(g(mp.mpf(float(v)))) for v in x])

def show(name, c, e1, e2):
    print(f'// {name}: {e1:.2e}, rounded {e2:.2e}')
    print('  ' + ', '.join(f'{single(v)!s}' for v in c))

def poly(name, g, a, b, degree, weight, n=600):
    x = grid(a, b, n)
    A = np.vander(x, degree + 1, increasing=True)
    c, e1, e2 = rounded(A, values(g, x), values(weight, x))
    show(name, c, e1, e2); return c

def rational(name, g, a, b, p, q, n=400, tries=20000):
    x = grid(a, b, n)
    f = values(g, x)
    P = np.vander(x, p + 1, increasing=True)
    Q = np.vander(x, q + 1, increasing=True)
    weight = np.ones(n)
    for _ in range(30):
        c, first = solve(np.c_[P, -f[:, None] * Q[:, :q]], f * x**q, 1 / np.abs(f * weight))
        weight = Q @ np.r_[c[p + 1:], 1]
    # P and Q may be multiplied by one number: the one with which rounding hurts least.
    random = np.random.default_rng(0)
    best = (np.inf, None)
    for _ in range(tries):
        d = (np.r_[c, 1] * (1 + random.random())).astype(np.float32).astype(float)
        error = np.abs(P @ d[:p + 1] / (Q @ d[p + 1:]) / f - 1).max()
        best = min(best, (error, tuple(d)))
    show(name + ' P', best[1][:p + 1], first, best[0])
    show(name + ' Q', best[1][p + 1:], first, best[0])


def coefficients():
    m = mp
    poly('exp: (e^r - 1 - r)/r^2, r in [0, ln 2]', lambda r: (m.expm1(r) - r) / r**2, -.01, .7, 4, lambda r: r**2 / m.exp(r))
    poly('expm1: the same, |r| <= ln 2 / 2', lambda r: (m.expm1(r) - r) / r**2, -.35, .35, 4, lambda r: abs(r**2 / m.expm1(r)))
    poly('log: (ln(1 + f) - f)/f^2', lambda f: (m.log1p(f) - f) / f**2, float(m.sqrt(.5)) - 1.0001, float(m.sqrt(2)) - .9999, 8, lambda f: abs(f**2 / m.log1p(f)))
    poly('softplus: (2 artanh(s) - 2s)/s^3 in s^2', lambda u: (2 * m.atanh(m.sqrt(u)) - 2 * m.sqrt(u)) / m.sqrt(u)**3, 1e-9, 1 / 9 + .0001, 3, lambda u: m.sqrt(u)**3 / (2 * m.atanh(m.sqrt(u))))
    poly('erf near: erf(x)/x - 1 in x^2', lambda u: m.erf(m.sqrt(u)) / m.sqrt(u) - 1, 1e-9, .93**2, 5, lambda u: m.sqrt(u) / m.erf(m.sqrt(u)))
    poly('erf far: -ln(erfc(t))/t', lambda t: -m.log(m.erfc(t)) / t, .92, 3.95, 6, lambda t: t * m.erfc(t) / m.erf(t))
    poly('sin: (sin(r)/r - 1)/r^2 in r^2', lambda u: (m.sin(m.sqrt(u)) / m.sqrt(u) - 1) / u, 1e-9, .7855**2, 2, lambda u: u * m.sqrt(u) / m.sin(m.sqrt(u)))
    poly('cos: (cos(r) - 1 + r^2/2)/r^4 in r^2', lambda u: (m.cos(m.sqrt(u)) - 1 + u / 2) / u**2, 1e-9, .7855**2, 2, lambda u: u**2 / m.cos(m.sqrt(u)))
    zero = m.findroot(m.digamma, 1.4616)
    g = lambda t: m.loggamma(t + 1) / (t * (t - 1))
    h = lambda t: m.digamma(t + 1) / (t + 1 - zero)
    rational('lgamma G', g, -.3, 7.1, 4, 5)
    rational('digamma H', h, -.3, 5.1, 4, 5)
    half = m.log(2 * m.pi) / 2
    rest = lambda x: (m.loggamma(x) - ((x - m.mpf(.5)) * m.log(x) - x + half)) * x
    poly('lgamma Stirling in 1/x^2', lambda u: rest(1 / m.sqrt(u)), 1e-6, 1 / 64, 2, lambda u: m.sqrt(u) / m.loggamma(1 / m.sqrt(u)))
    poly('digamma Stirling in 1/x^2', lambda u: (m.log(1 / m.sqrt(u)) - m.sqrt(u) / 2 - m.digamma(1 / m.sqrt(u))) / u, 1e-6, 1 / 36, 2, lambda u: u / m.digamma(1 / m.sqrt(u)))


def doubles():
    global single
    single = float
    m = mp
    poly('power: log2, 2 artanh(s)/s/ln 2 in s^2', lambda u: 2 * m.atanh(m.sqrt(u)) / m.sqrt(u) / m.log(2), 1e-9, .02945, 5, lambda u: m.sqrt(u) / m.atanh(m.sqrt(u)) * m.log(2) / 2)
    poly('power: (2^r - 1)/r', lambda r: m.expm1(r * m.log(2)) / r, -.5001, .5001, 7, lambda r: abs(r) * m.power(2, -r))


coefficients()
doubles()
