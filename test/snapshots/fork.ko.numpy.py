# J = (a + b) * (b + 1)

import numpy as np


def forward(a, b):
    """순방향 전파: 왼쪽에서 오른쪽으로 계산해요."""
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J


def backward(u, v, J):
    """역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. du는 dJ/du를 줄여 쓴 이름이에요."""
    dJ = np.ones_like(J)
    du = dJ * v   # du = dJ/du
    dv = dJ * u   # dv = dJ/dv
    da = du * 1   # da = du · du/da
    db = du * 1   # db = du · ∂u/∂b
    db += dv * 1  # db += dv · ∂v/∂b
    return da, db


def main():
    # 입력값이에요. 수 하나나 모양이 같은 배열을 쓸 수 있고, 배열은 원소마다 따로 계산해요.
    a = np.array(2.0)
    b = np.array(3.0)

    u, v, J = forward(a, b)
    da, db = backward(u, v, J)

    print("J =", J)
    print("da =", da)
    print("db =", db)


if __name__ == "__main__":
    main()
