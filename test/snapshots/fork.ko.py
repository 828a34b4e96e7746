# J = (a + b) * (b + 1)


def forward(a, b):
    """순방향 전파: 왼쪽에서 오른쪽으로 계산해요."""
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J


def backward(u, v):
    """역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. du는 dJ/du를 줄여 쓴 이름이에요."""
    dJ = 1
    du = dJ * v   # du = dJ/du
    dv = dJ * u   # dv = dJ/dv
    da = du * 1   # da = du · du/da
    db = du * 1   # db = du · ∂u/∂b
    db += dv * 1  # db += dv · ∂v/∂b
    return da, db


def main():
    # 입력값이에요. 바꿔서 다시 실행해 보세요.
    a = 2
    b = 3

    u, v, J = forward(a, b)
    da, db = backward(u, v)

    print("J =", J)
    print("da =", da)
    print("db =", db)


if __name__ == "__main__":
    main()
