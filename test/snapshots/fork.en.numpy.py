# J = (a + b) * (b + 1)

import numpy as np


def forward(a, b):
    """Forward pass: left to right."""
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J


def backward(u, v, J):
    """Backward pass: the chain rule, right to left. du is short for dJ/du."""
    dJ = np.ones_like(J)
    du = dJ * v   # du = dJ/du
    dv = dJ * u   # dv = dJ/dv
    da = du * 1   # da = du · du/da
    db = du * 1   # db = du · ∂u/∂b
    db += dv * 1  # db += dv · ∂v/∂b
    return da, db


def main():
    # The inputs: numbers, or arrays of one shape, each element a case of its own.
    a = np.array(2.0)
    b = np.array(3.0)

    u, v, J = forward(a, b)
    da, db = backward(u, v, J)

    print("J =", J)
    print("da =", da)
    print("db =", db)


if __name__ == "__main__":
    main()
