# J = 3 * (a + b * c)

import numpy as np


def forward(a, b, c):
    """순방향 전파: 왼쪽에서 오른쪽으로 계산해요."""
    u = b * c
    v = a + u
    J = 3 * v
    return J


def backward(b, c, J):
    """역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. dv는 dJ/dv를 줄여 쓴 이름이에요."""
    dJ = np.ones_like(J)
    dv = dJ * 3  # dv = dJ/dv
    da = dv * 1  # da = dv · dv/da
    du = dv * 1  # du = dv · dv/du
    db = du * c  # db = du · du/db
    dc = du * b  # dc = du · du/dc
    return da, db, dc


def main():
    # 입력값이에요. 수 하나나 모양이 같은 배열을 쓸 수 있고, 배열은 원소마다 따로 계산해요.
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
