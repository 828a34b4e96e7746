# z = w * x + b
# a = sigmoid(z)
# L = -(y * log(a) + (1 - y) * log(1 - a))

import math


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def forward(w, x, b, y):
    """순방향 전파: 왼쪽에서 오른쪽으로 계산해요."""
    u = w * x
    z = u + b
    a = sigmoid(z)
    v = math.log(a)
    p = y * v
    q = 1 - y
    r = 1 - a
    s = math.log(r)
    t = q * s
    u1 = p + t
    L = -u1
    return a, v, q, r, s, L


def backward(w, x, y, a, v, q, r, s):
    """역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. du1은 dL/du1을 줄여 쓴 이름이에요."""
    dL = 1
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
    # 입력값이에요. 바꿔서 다시 실행해 보세요.
    w = 0.5
    x = 2
    b = 0
    y = 1

    a, v, q, r, s, L = forward(w, x, b, y)
    dw, dx, db, dy = backward(w, x, y, a, v, q, r, s)

    print("L =", L)
    print("dw =", dw)
    print("dx =", dx)
    print("db =", db)
    print("dy =", dy)


if __name__ == "__main__":
    main()
