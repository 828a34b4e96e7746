# z = w * x + b
# a = sigmoid(z)
# L = -(y * log(a) + (1 - y) * log(1 - a))

import numpy as np


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def forward(w, x, b, y):
    """Forward pass: left to right."""
    u = w * x
    z = u + b
    a = sigmoid(z)
    v = np.log(a)
    p = y * v
    q = 1 - y
    r = 1 - a
    s = np.log(r)
    t = q * s
    u1 = p + t
    L = -u1
    return a, v, q, r, s, L


def backward(w, x, y, a, v, q, r, s, L):
    """Backward pass: the chain rule, right to left. du1 is short for dL/du1."""
    dL = np.ones_like(L)
    du1 = dL * (-1)          # du1 = dL/du1
    dp = du1 * 1             # dp = du1 · du1/dp
    dt = du1 * 1             # dt = du1 · du1/dt
    dv = dp * y              # dv = dp · dp/dv
    dq = dt * s              # dq = dt · dt/dq
    ds = dt * q              # ds = dt · dt/ds
    dy = dp * v              # dy = dp · ∂p/∂y
    dy += dq * (-1)          # dy += dq · ∂q/∂y
    dr = ds * (1 / r)        # dr = ds · ds/dr
    da = dv * (1 / a)        # da = dv · ∂v/∂a
    da += dr * (-1)          # da += dr · ∂r/∂a
    dz = da * (a * (1 - a))  # dz = da · da/dz
    du = dz * 1              # du = dz · dz/du
    db = dz * 1              # db = dz · dz/db
    dw = du * x              # dw = du · du/dw
    dx = du * w              # dx = du · du/dx
    return dw, dx, db, dy


def main():
    # The inputs: numbers, or arrays of one shape, each element a case of its own.
    w = np.array(0.5)
    x = np.array(2.0)
    b = np.array(0.0)
    y = np.array(1.0)

    a, v, q, r, s, L = forward(w, x, b, y)
    dw, dx, db, dy = backward(w, x, y, a, v, q, r, s, L)

    print("L =", L)
    print("dw =", dw)
    print("dx =", dx)
    print("db =", db)
    print("dy =", dy)


if __name__ == "__main__":
    main()
