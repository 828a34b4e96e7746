# J = (a + b) * (b + 1)

import torch


def tensor(x):
    return torch.as_tensor(x, dtype=torch.float64)


def forward(a, b):
    """Forward pass: left to right."""
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J


def backward(u, v, J):
    """Backward pass: the chain rule, right to left. du is short for dJ/du."""
    dJ = torch.ones_like(J)
    du = dJ * v   # du = dJ/du
    dv = dJ * u   # dv = dJ/dv
    da = du * 1   # da = du · du/da
    db = du * 1   # db = du · ∂u/∂b
    db += dv * 1  # db += dv · ∂v/∂b
    return da, db


def main():
    # The inputs: change them and run again.
    a = tensor(2).requires_grad_()
    b = tensor(3).requires_grad_()

    u, v, J = forward(a, b)
    with torch.no_grad():
        da, db = backward(u, v, J)

    # What autograd finds, beside the chain rule by hand.
    found = torch.autograd.grad(J, [a, b])

    print("J =", J.item())
    print("da =", float(da), "  autograd:", float(found[0]))
    print("db =", float(db), "  autograd:", float(found[1]))


if __name__ == "__main__":
    main()
