"""Trains the digit classifier that is shipped beside this file.

    python3 train.py [FOLDER]

writes digits.safetensors and examples.txt to FOLDER (here by default), held-out.txt for a test, and
prints the figures of MODEL_CARD.md. Needs NumPy and, for the data alone, scikit-learn. Takes about
four minutes. The seed is fixed, but another version of NumPy or of its BLAS may round differently
and so end at slightly other weights.

B images of a batch, P = 64 pixels, row by row, 0 paper to 1 ink.
"""

import json
import struct
import sys
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

WIDTHS = [64, 48, 24, 10]
SEED = 42
HELD_OUT = 397  # the last rows of the file, see MODEL_CARD.md
STEPS = 60_000
BATCH = 128
RATE = 3e-3
DECAY = 1e-4

rng = np.random.default_rng(SEED)


# --- images as people draw them ---------------------------------------------------------------


def sample(images, y, x):
    """Bilinear: what stands at (y, x) of each image, paper outside. [B,8,8], [B,P] -> [B,P]"""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    y, x = np.clip(y + 1, 0, 8.999), np.clip(x + 1, 0, 8.999)
    top, left = y.astype(int), x.astype(int)
    dy, dx = y - top, x - left
    b = np.arange(len(images))[:, None]
    above = padded[b, top, left] * (1 - dx) + padded[b, top, left + 1] * dx
    below = padded[b, top + 1, left] * (1 - dx) + padded[b, top + 1, left + 1] * dx
    return above * (1 - dy) + below * dy


def warped(images):
    """Turned by up to 9 degrees, slanted, made smaller or larger, moved by up to 0.8 pixels."""
    n = (len(images), 1)
    turn, slant = rng.uniform(-0.15, 0.15, n), rng.uniform(-0.15, 0.15, n)
    high, wide = rng.uniform(0.8, 1.08, n), rng.uniform(0.8, 1.15, n)
    down, right = rng.uniform(-0.8, 0.8, n), rng.uniform(-0.8, 0.8, n)
    grid = np.arange(64)[None, :]
    v, u = grid // 8 - 3.5 - down, grid % 8 - 3.5 - right
    u = u - slant * v
    y = (np.cos(turn) * v - np.sin(turn) * u) / high + 3.5
    x = (np.sin(turn) * v + np.cos(turn) * u) / wide + 3.5
    return sample(images, y, x).reshape(-1, 8, 8)


def thickened(images):
    """Ink spreads to the pixels beside it."""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    spread = images
    for dy, dx in ((0, 1), (2, 1), (1, 0), (1, 2)):
        spread = np.maximum(spread, padded[:, dy : dy + 8, dx : dx + 8])
    return spread


def pressed(images):
    """Other ink: some thicker, some paler or darker, some with hard black strokes."""
    n = (len(images), 1, 1)
    thick = rng.random(n) < 0.12
    images = np.where(thick, np.maximum(images, 0.8 * thickened(images)), images)
    dark = np.clip(images * rng.uniform(0.7, 1.6, n), 0, 1) ** rng.uniform(0.7, 1.4, n)
    hard = (images > rng.uniform(0.3, 0.65, n)).astype(float)
    return np.where(rng.random(n) < 0.4, hard, dark)


def speckled(images):
    """In one image of ten, one pixel is not as meant."""
    images = images.copy()
    which = np.flatnonzero(rng.random(len(images)) < 0.1)
    images[which, rng.integers(8, size=len(which)), rng.integers(8, size=len(which))] = rng.choice(
        [0.0, 1.0], len(which)
    )
    return images


def augmented(images):
    """[B,P] -> [B,P]"""
    changed = speckled(pressed(warped(images.reshape(-1, 8, 8))))
    return changed.reshape(-1, 64)


# --- strokes of a mouse: digits drawn by rule, since the data has only pens -----------------------


def arc(cx, cy, rx, ry, start, end):
    """A piece of an ellipse, in degrees clockwise from the right, as (x, y) points."""
    a = np.radians(np.linspace(start, end, 14))
    return np.stack([cx + rx * np.cos(a), cy + ry * np.sin(a)], 1)


def line(*points):
    return np.array(points, float)


# In a box 1 wide and 1 high, y downwards: for each digit the ways to draw it, each a list of
# strokes.
SHAPES = [
    [[arc(0.5, 0.5, 0.45, 0.5, 0, 360)], [arc(0.5, 0.5, 0.33, 0.5, 0, 360)]],
    [
        [line((0.5, 0), (0.5, 1))],
        [line((0.25, 0.25), (0.55, 0), (0.55, 1))],
        [line((0.25, 0.25), (0.5, 0), (0.5, 1)), line((0.2, 1), (0.8, 1))],
    ],
    [
        [arc(0.5, 0.28, 0.45, 0.28, 190, 380), line((0.93, 0.4), (0.05, 1), (1, 1))],
        [line((0, 0), (0.95, 0), (0.95, 0.5), (0.05, 0.5), (0.05, 1), (1, 1))],
        [line((0.1, 0.1), (0.5, 0), (0.9, 0.15), (0.8, 0.5), (0.1, 1), (1, 1))],
    ],
    [
        [arc(0.45, 0.26, 0.45, 0.26, 200, 450), arc(0.45, 0.74, 0.5, 0.26, 270, 520)],
        [line((0, 0), (0.9, 0), (0.4, 0.42)), arc(0.4, 0.7, 0.5, 0.3, 270, 500)],
        [line((0, 0), (0.9, 0), (0.9, 1), (0, 1)), line((0.2, 0.5), (0.9, 0.5))],
    ],
    [
        [line((0.6, 0), (0.05, 0.62), (1, 0.62)), line((0.7, 0.35), (0.7, 1))],
        [line((0.1, 0), (0.1, 0.5), (0.9, 0.5)), line((0.9, 0), (0.9, 1))],
        [line((0.7, 1), (0.7, 0), (0.05, 0.65), (1, 0.65))],
    ],
    [
        [line((0.95, 0), (0.1, 0), (0.1, 0.42)), arc(0.4, 0.7, 0.5, 0.3, 250, 500)],
        [line((0.95, 0), (0.05, 0), (0.05, 0.48), (0.95, 0.48), (0.95, 1), (0.05, 1))],
    ],
    [
        [arc(0.9, 0.6, 0.85, 0.6, 180, 268), arc(0.5, 0.7, 0.42, 0.3, 0, 360)],
        [line((0.3, 0), (0.1, 0.5), (0.1, 0.75)), arc(0.5, 0.72, 0.4, 0.28, 0, 360)],
        [line((0.95, 0), (0.05, 0), (0.05, 1), (0.95, 1), (0.95, 0.5), (0.05, 0.5))],
    ],
    [
        [line((0, 0), (1, 0), (0.35, 1))],
        [line((0, 0), (1, 0), (0.35, 1)), line((0.3, 0.5), (0.95, 0.5))],
        [line((0.05, 0), (0.95, 0), (0.95, 1))],
    ],
    [
        [arc(0.5, 0.25, 0.38, 0.25, 0, 360), arc(0.5, 0.75, 0.45, 0.25, 0, 360)],
        [line((0.9, 0.05), (0.1, 0.2), (0.9, 0.8), (0.5, 1), (0.1, 0.8), (0.9, 0.2), (0.5, 0))],
        [line((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)), line((0, 0.5), (1, 0.5))],
    ],
    [
        [arc(0.5, 0.3, 0.42, 0.3, 0, 360), line((0.92, 0.3), (0.85, 0.7), (0.6, 1))],
        [arc(0.5, 0.28, 0.4, 0.28, 0, 360), line((0.9, 0.28), (0.9, 1))],
        [line((0.95, 0.5), (0.05, 0.5), (0.05, 0), (0.95, 0), (0.95, 1), (0.1, 1))],
    ],
]


def along(stroke):
    """Points of a stroke, less than a third of a pixel apart."""
    pieces = [np.linspace(a, b, 24, endpoint=False) for a, b in zip(stroke, stroke[1:])]
    return np.concatenate(pieces + [stroke[-1:]])


def drawn(label):
    """One digit in strokes about a pixel wide, hard as of a mouse or soft at the edge. -> [P]"""
    ways = SHAPES[label]
    strokes = ways[rng.integers(len(ways))]
    high, wide = rng.uniform(4.6, 7.2), rng.uniform(2.6, 5.6)
    shear, turn = rng.uniform(-0.2, 0.2), rng.uniform(-0.15, 0.15)
    middle = 3.5 + rng.uniform(-1, 1, 2)
    points = []
    for stroke in strokes:
        s = along(stroke + rng.normal(0, 0.045, stroke.shape)) - 0.5
        x, y = s[:, 0] * wide, s[:, 1] * high
        x = x - shear * y
        points.append(np.stack([x + turn * y, y - turn * x], 1) + middle)
    points = np.concatenate(points)
    if rng.random() < 0.5:  # every pixel that the pointer passes
        pixels = np.zeros((8, 8))
        x, y = np.rint(points).astype(int).T
        inside = (x >= 0) & (x < 8) & (y >= 0) & (y < 8)
        pixels[y[inside], x[inside]] = 1
        return pixels.ravel()
    grid = np.stack([np.arange(64) % 8, np.arange(64) // 8], 1)
    far = np.sqrt(((grid[:, None] - points[None]) ** 2).sum(2)).min(1)
    return np.clip(1 - (far - rng.uniform(0.2, 0.5)) / rng.uniform(0.4, 0.9), 0, 1)


def drawn_set(count):
    labels = np.arange(count) % 10
    return np.stack([drawn(label) for label in labels]), labels


# --- the network: h = relu(W h + b), softmax at the end -----------------------------------------


def new_network():
    """He-normal weights, no bias."""
    layers = []
    for i, o in zip(WIDTHS, WIDTHS[1:]):
        layers.append([rng.standard_normal((o, i)) * np.sqrt(2 / i), np.zeros(o)])
    return layers


def forward(layers, x):
    """All columns; the last holds the sums that softmax would get. [B,P] -> list of [B,width]"""
    columns = [x]
    for l, (w, b) in enumerate(layers):
        z = columns[-1] @ w.T + b  # [B,I] x [I,O] -> [B,O]
        columns.append(np.maximum(z, 0) if l < len(layers) - 1 else z)
    return columns


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def gradients(layers, x, labels):
    """Of the mean cross-entropy, with a little of the target spread over all digits."""
    columns = forward(layers, x)
    target = np.full((len(x), 10), 0.003)
    target[np.arange(len(x)), labels] = 0.973
    d = (softmax(columns[-1]) - target) / len(x)  # [B,10]
    found = []
    for l in reversed(range(len(layers))):
        w, _ = layers[l]
        found.append((d.T @ columns[l] + DECAY * w, d.sum(0)))
        d = (d @ w) * (columns[l] > 0)  # [B,O] x [O,I] -> [B,I]
    return found[::-1]


def train(images, labels):
    """Adam, its rate falling to nothing along half a cosine."""
    layers = new_network()
    mean = [[np.zeros_like(p) for p in layer] for layer in layers]
    square = [[np.zeros_like(p) for p in layer] for layer in layers]
    strokes, stroke_labels = drawn_set(20_000)
    for step in range(1, STEPS + 1):
        pick = rng.integers(len(images), size=BATCH * 2 // 3)
        more = rng.integers(len(strokes), size=BATCH // 3)
        pens = augmented(images[pick])
        mice = speckled(strokes[more].reshape(-1, 8, 8)).reshape(-1, 64)
        x = np.concatenate([pens, mice])
        y = np.concatenate([labels[pick], stroke_labels[more]])
        rate = RATE * 0.5 * (1 + np.cos(np.pi * step / STEPS))
        for l, gradient in enumerate(gradients(layers, x, y)):
            for p in range(2):
                mean[l][p] = 0.9 * mean[l][p] + 0.1 * gradient[p]
                square[l][p] = 0.999 * square[l][p] + 0.001 * gradient[p] ** 2
                m = mean[l][p] / (1 - 0.9**step)
                v = square[l][p] / (1 - 0.999**step)
                layers[l][p] = layers[l][p] - rate * m / (np.sqrt(v) + 1e-8)
        if step % 5000 == 0:
            print(f"step {step}: {accuracy(layers, images, labels):.2%} of the training digits")
    return [[p.astype(np.float32) for p in layer] for layer in layers]


def accuracy(layers, x, labels):
    return float(np.mean(forward(layers, x)[-1].argmax(1) == labels))


# --- files ----------------------------------------------------------------------------------


def save(layers, path):
    """Safetensors: length of the header, header as JSON, the numbers one after the other."""
    header = {
        "__metadata__": {
            "title": "Digits on 8x8 pixels",
            "activations": "relu,relu,softmax",
            "licence": "CC-BY-4.0",
            "data": "Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998",
        }
    }
    data = b""
    for l, layer in enumerate(layers):
        for name, p in zip(("weight", "bias"), layer):
            header[f"network.{2 * l}.{name}"] = {
                "dtype": "F32",
                "shape": list(p.shape),
                "data_offsets": [len(data), len(data) + p.nbytes],
            }
            data += p.astype("<f4").tobytes()
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def write_digits(path, images, labels, head):
    """One line a digit: its label, then 64 pixels as 0 to g, which is 16."""
    lines = [f"# {line}" for line in head]
    for image, label in zip(images, labels):
        levels = np.rint(image * 16).astype(int)
        lines.append(f"{label} " + "".join("0123456789abcdefg"[level] for level in levels))
    path.write_text("\n".join(lines) + "\n")


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    digits = load_digits()
    images, labels = digits.data / 16, digits.target
    seen, held = slice(0, len(images) - HELD_OUT), slice(len(images) - HELD_OUT, None)
    layers = train(images[seen], labels[seen])
    save(layers, folder / "digits.safetensors")

    x, y = images[held], labels[held]
    wrong = forward(layers, x)[-1].argmax(1) != y
    print(f"held out, as they are:   {accuracy(layers, x, y):.2%} of {len(y)}, {wrong.sum()} wrong")
    hard = (x > 0.5).astype(float)
    print(f"held out, black or white: {accuracy(layers, hard, y):.2%}")
    many = np.repeat(x, 20, 0)
    print(f"held out, augmented:     {accuracy(layers, augmented(many), np.repeat(y, 20)):.2%}")
    strokes, stroke_labels = drawn_set(4000)
    print(f"drawn strokes, new ones: {accuracy(layers, strokes, stroke_labels):.2%}")
    for l, column in enumerate(forward(layers, x)[1:-1]):
        print(f"layer {l}: {np.sum(~(column > 0).any(0))} units never above 0")

    source = (
        "Held-out digits of: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI,"
        " CC BY 4.0."
    )
    form = "Label, then 8x8 pixels row by row, 0 (paper) to g (16, full ink)."
    first = [np.flatnonzero(y == d)[k] for k in (0, 1) for d in range(10)]
    write_digits(folder / "examples.txt", x[first], y[first], [source, form])
    rest = np.setdiff1d(np.arange(len(y)), first)[:200]
    write_digits(folder / "held-out.txt", x[rest], y[rest], [source, form])
    print(f"the 200 of held-out.txt: {accuracy(layers, x[rest], y[rest]):.2%}")
    print(f"the {len(first)} of examples.txt: {accuracy(layers, x[first], y[first]):.2%}")


if __name__ == "__main__":
    main()
