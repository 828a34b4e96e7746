# J = 3 * (a + b * c)


def forward(a, b, c):
    """Forward pass: left to right."""
    u = b * c
    v = a + u
    J = 3 * v
    return J


def backward(b, c):
    """Backward pass: the chain rule, right to left. dv is short for dJ/dv."""
    dJ = 1
    dv = dJ * 3  # dv = dJ/dv
    da = dv * 1  # da = dv · dv/da
    du = dv * 1  # du = dv · dv/du
    db = du * c  # db = du · du/db
    dc = du * b  # dc = du · du/dc
    return da, db, dc


def main():
    # The inputs: change them and run again.
    a = 5
    b = 3
    c = 2

    J = forward(a, b, c)
    da, db, dc = backward(b, c)

    print("J =", J)
    print("da =", da)
    print("db =", db)
    print("dc =", dc)


if __name__ == "__main__":
    main()
