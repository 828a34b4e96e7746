# J = (a + b) * (b + 1)


def forward(a, b):
    """Forward pass: left to right."""
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J


def backward(u, v):
    """Backward pass: the chain rule, right to left. du is short for dJ/du."""
    dJ = 1
    du = dJ * v   # du = dJ/du
    dv = dJ * u   # dv = dJ/dv
    da = du * 1   # da = du · du/da
    db = du * 1   # db = du · ∂u/∂b
    db += dv * 1  # db += dv · ∂v/∂b
    return da, db


def main():
    # The inputs: change them and run again.
    a = 2
    b = 3

    u, v, J = forward(a, b)
    da, db = backward(u, v)

    print("J =", J)
    print("da =", da)
    print("db =", db)


if __name__ == "__main__":
    main()
