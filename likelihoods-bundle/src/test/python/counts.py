"""Expected numbers of the *PrecisionTest classes: python3 counts.py FOLDER writes their tables.

By mpmath with 50 digits, at arguments that single precision holds exactly. SciPy's logpmf of the
negative binomial itself is not exact enough: it takes p = theta/(mu + theta), which is 1 in double
precision where mu/theta is below 1e-16, and its 1 - p loses digits long before. Where p keeps its
digits the two are compared here, to 1e-9, and so are SciPy's poisson and binom.
"""

import sys

import mpmath as mp
import numpy as np
from scipy import stats

mp.mp.dps = 50
f = np.float32
LN10 = np.log(10.0)


def single(value):
    return float(f(value))


def near_mode(x, theta, extra=(-4, -3, -1, 1, 3, 4)):
    deviation = np.sqrt(x + x * x / theta)
    return [single(np.log(x + k * min(deviation, x / 5))) for k in extra]


def negative_binomial(x, m, theta):
    x, m, theta = mp.mpf(x), mp.mpf(m), mp.mpf(theta)
    mu = mp.exp(m)
    q = mu + theta
    value = (mp.loggamma(x + theta) - mp.loggamma(theta) - mp.loggamma(x + 1)
             + x * (m - mp.log(q)) + theta * mp.log(theta / q))
    by_log_mean = theta * (x - mu) / q
    by_log_theta = theta * (mp.digamma(x + theta) - mp.digamma(theta) + mp.log(theta / q) + (mu - x) / q)
    return value, by_log_mean, by_log_theta


def poisson(x, m):
    x, m = mp.mpf(x), mp.mpf(m)
    return x * m - mp.exp(m) - mp.loggamma(x + 1), x - mp.exp(m)


def binomial(x, n, l):
    x, n, l = mp.mpf(x), mp.mpf(n), mp.mpf(l)
    choose = mp.loggamma(n + 1) - mp.loggamma(x + 1) - mp.loggamma(n - x + 1)
    value = choose - x * mp.log1p(mp.exp(-l)) - (n - x) * mp.log1p(mp.exp(l))
    return value, x - n / (1 + mp.exp(-l))


def inflated(x, counts, l):
    """counts = ln p(x) and its gradients without dropout, l the log-odds of dropout: what
    ln(pi [x = 0] + (1 - pi) p(x)) is, the counts' gradients in it, and its own for l."""
    l = mp.mpf(l)
    value, *gradients = counts
    pi = 1 / (1 + mp.exp(-l))
    if x > 0:
        return value - mp.log1p(mp.exp(l)), *gradients, -pi
    zero = mp.exp(value)
    total = pi + (1 - pi) * zero
    weight = (1 - pi) * zero / total
    return mp.log(total), *(weight * g for g in gradients), pi * (1 - pi) * (1 - zero) / total


def agree(exact, scipy, what):
    assert abs(float(exact) - scipy) <= 1e-9 * max(1, abs(scipy)), (what, exact, scipy)


def line(*numbers):
    return ",".join(mp.nstr(n, 12) if isinstance(n, mp.mpf) else repr(n) for n in numbers) + "\n"


def write(folder):
    counts = [0, 1, 2, 3, 10, 50, 1000, 10**4, 10**5, 600_000, 10**6]
    thetas = [single(10.0**k) for k in (-6, -4, -2, -1, 0, 1, 2, 4, 6, 8)]
    means = [single(LN10 * k) for k in (-8, -6, -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8)]
    fewer = means[::2] + means[-1:]
    dropouts = (-20.0, -3.0, 0.0, 3.0, 20.0)
    with open(folder + "/negative-binomial.csv", "w") as out:
        for x in counts:
            for theta in thetas:
                for m in means + (near_mode(x, theta) if x > 0 else []):
                    value, dm, dt = negative_binomial(x, m, theta)
                    p = theta / (theta + np.exp(m))
                    if 1e-4 < p < 1 - 1e-4 and theta < 1e6:
                        agree(value, stats.nbinom.logpmf(x, theta, p), (x, m, theta))
                    out.write(line(x, m, theta, value, dm, dt))
    with open(folder + "/zero-inflated-negative-binomial.csv", "w") as out:
        for x in (0, 1, 3, 50, 10**4, 10**6):
            for theta in thetas[::3]:
                for m in fewer:
                    for l in dropouts:
                        out.write(line(x, m, theta, l, *inflated(x, negative_binomial(x, m, theta), l)))
    with open(folder + "/poisson.csv", "w") as out:
        for x in counts:
            for m in means + (near_mode(x, 1e30) if x > 0 else []):
                value, dm = poisson(x, m)
                if np.exp(m) > 0.01 and x < 1e4:
                    agree(value, stats.poisson.logpmf(x, np.exp(m)), (x, m))
                out.write(line(x, m, value, dm))
    with open(folder + "/zero-inflated-poisson.csv", "w") as out:
        for x in (0, 1, 3, 50, 10**4, 10**6):
            for m in fewer:
                for l in dropouts:
                    out.write(line(x, m, l, *inflated(x, poisson(x, m), l)))
    with open(folder + "/binomial.csv", "w") as out:
        for n in (1, 2, 10, 1000, 10**6):
            for x in sorted({0, 1, n // 10, n // 2, n - 1, n}):
                for l in (-25.0, -10.0, -3.0, -0.5, 0.0, 0.25, 2.0, 9.0, 25.0):
                    value, dl = binomial(x, n, l)
                    if n <= 1000 and abs(l) <= 10:
                        agree(value, stats.binom.logpmf(x, n, 1 / (1 + np.exp(-l))), (x, n, l))
                    out.write(line(x, n, l, value, dl))


write(sys.argv[1])
