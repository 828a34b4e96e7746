# z = w * x + b
# a = sigmoid(z)
# L = -(y * log(a) + (1 - y) * log(1 - a))

import torch


def tensor(x):
    return torch.as_tensor(x, dtype=torch.float64)


def forward(w, x, b, y):
    """Forward pass: left to right."""
    u = w * x
    z = u + b
    a = torch.sigmoid(z)
    v = torch.log(a)
    p = y * v
    q = 1 - y
    r = 1 - a
    s = torch.log(r)
    t = q * s
    u1 = p + t
    L = -u1
    return a, v, q, r, s, L


def backward(w, x, y, a, v, q, r, s, L):
    """Backward pass: the chain rule, right to left. du1 is short for dL/du1."""
    dL = torch.ones_like(L)
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
    # The inputs: change them and run again.
    w = tensor(0.5).requires_grad_()
    x = tensor(2).requires_grad_()
    b = tensor(0).requires_grad_()
    y = tensor(1).requires_grad_()

    a, v, q, r, s, L = forward(w, x, b, y)
    with torch.no_grad():
        dw, dx, db, dy = backward(w, x, y, a, v, q, r, s, L)

    # What autograd finds, beside the chain rule by hand.
    found = torch.autograd.grad(L, [w, x, b, y])

    print("L =", L.item())
    print("dw =", float(dw), "  autograd:", float(found[0]))
    print("dx =", float(dx), "  autograd:", float(found[1]))
    print("db =", float(db), "  autograd:", float(found[2]))
    print("dy =", float(dy), "  autograd:", float(found[3]))


if __name__ == "__main__":
    main()
