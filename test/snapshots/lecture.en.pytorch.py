# J = 3 * (a + b * c)

import torch


def tensor(x):
    return torch.as_tensor(x, dtype=torch.float64)


def forward(a, b, c):
    """Forward pass: left to right."""
    u = b * c
    v = a + u
    J = 3 * v
    return J


def backward(b, c, J):
    """Backward pass: the chain rule, right to left. dv is short for dJ/dv."""
    dJ = torch.ones_like(J)
    dv = dJ * 3  # dv = dJ/dv
    da = dv * 1  # da = dv · dv/da
    du = dv * 1  # du = dv · dv/du
    db = du * c  # db = du · du/db
    dc = du * b  # dc = du · du/dc
    return da, db, dc


def main():
    # The inputs: change them and run again.
    a = tensor(5).requires_grad_()
    b = tensor(3).requires_grad_()
    c = tensor(2).requires_grad_()

    J = forward(a, b, c)
    with torch.no_grad():
        da, db, dc = backward(b, c, J)

    # What autograd finds, beside the chain rule by hand.
    found = torch.autograd.grad(J, [a, b, c])

    print("J =", J.item())
    print("da =", float(da), "  autograd:", float(found[0]))
    print("db =", float(db), "  autograd:", float(found[1]))
    print("dc =", float(dc), "  autograd:", float(found[2]))


if __name__ == "__main__":
    main()
