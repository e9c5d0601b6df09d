"""Prints numpy-random.csv: what NumPy's RandomState draws, for NumpyRandomTest.

Run as: python3 numpy-random.py > numpy-random.csv
A line is: seed; draw; its arguments; the values, doubles in hexadecimal. Each line starts a fresh
generator, but for "mixed", which draws of several kinds one after the other.
"""

import numpy as np

INT64 = 2**63

print("# NumPy", np.__version__, "RandomState; made by numpy-random.py; seed;draw;arguments;values")


def line(seed, draw, args, values):
    shown = (v.hex() if isinstance(v, float) else str(v) for v in values)
    print(seed, draw, " ".join(str(a) for a in args), " ".join(shown), sep=";")


for seed in (0, 1, 42, 12345, 2**31, 2**32 - 1):

    def fresh():
        return np.random.RandomState(seed)

    line(seed, "random_sample", [], fresh().random_sample(20).tolist())
    line(seed, "randn", [], fresh().randn(21).tolist())
    for low, high in ((0.0, 1.0), (-1.0, 1.0), (-0.5, 0.25), (3.0, 1000.0)):
        line(seed, "uniform", [low, high], fresh().uniform(low, high, 10).tolist())
    for low, high in (
        (0, 1), (0, 2), (-9, 10), (0, 100), (0, 256), (0, 2**16), (5, 2**31), (0, 2**32 - 1),
        (0, 2**32), (0, 2**32 + 1), (-2**40, 2**40), (-INT64, INT64 - 1),
    ):
        line(seed, "randint", [low, high], fresh().randint(low, high, 12).tolist())
    for n in (1, 2, 10, 33):
        line(seed, "permutation", [n], fresh().permutation(n).tolist())
    late = fresh()
    late.random_sample(1000)
    line(seed, "random_sample_late", [1000], late.random_sample(5).tolist())
    m = fresh()
    mixed = [float(m.randn()), int(m.randint(0, 7)), float(m.randn()), float(m.uniform(-2.0, 2.0)),
             float(m.randn()), int(m.randint(0, 2**33)), float(m.random_sample())]
    line(seed, "mixed", [], mixed)
