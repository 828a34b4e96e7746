# J = 3 * (a + b * c)


def forward(a, b, c):
    """순방향 전파: 왼쪽에서 오른쪽으로 계산해요."""
    u = b * c
    v = a + u
    J = 3 * v
    return J


def backward(b, c):
    """역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. dv는 dJ/dv를 줄여 쓴 이름이에요."""
    dJ = 1
    dv = dJ * 3  # dv = dJ/dv
    da = dv * 1  # da = dv · dv/da
    du = dv * 1  # du = dv · dv/du
    db = du * c  # db = du · du/db
    dc = du * b  # dc = du · du/dc
    return da, db, dc


def main():
    # 입력값이에요. 바꿔서 다시 실행해 보세요.
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
