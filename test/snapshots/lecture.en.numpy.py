# J = 3 * (a + b * c)

import numpy as np


def forward(a, b, c):
    """Forward pass: left to right."""
    u = b * c
    v = a + u
    J = 3 * v
    return J


def backward(b, c, J):
    """Backward pass: the chain rule, right to left. dv is short for dJ/dv."""
    dJ = np.ones_like(J)
    dv = dJ * 3  # dv = dJ/dv
    da = dv * 1  # da = dv · dv/da
    du = dv * 1  # du = dv · dv/du
    db = du * c  # db = du · du/db
    dc = du * b  # dc = du · du/dc
    return da, db, dc


def main():
    # The inputs: numbers, or arrays of one shape, each element a case of its own.
    a = np.array(5.0)
    b = np.array(3.0)
    c = np.array(2.0)

    J = forward(a, b, c)
    da, db, dc = backward(b, c, J)

    print("J =", J)
    print("da =", da)
    print("db =", db)
    print("dc =", dc)


if __name__ == "__main__":
    main()
