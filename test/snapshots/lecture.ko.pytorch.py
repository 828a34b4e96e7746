# J = 3 * (a + b * c)

import torch


def tensor(x):
    return torch.as_tensor(x, dtype=torch.float64)


def forward(a, b, c):
    """순방향 전파: 왼쪽에서 오른쪽으로 계산해요."""
    u = b * c
    v = a + u
    J = 3 * v
    return J


def backward(b, c, J):
    """역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. dv는 dJ/dv를 줄여 쓴 이름이에요."""
    dJ = torch.ones_like(J)
    dv = dJ * 3  # dv = dJ/dv
    da = dv * 1  # da = dv · dv/da
    du = dv * 1  # du = dv · dv/du
    db = du * c  # db = du · du/db
    dc = du * b  # dc = du · du/dc
    return da, db, dc


def main():
    # 입력값이에요. 바꿔서 다시 실행해 보세요.
    a = tensor(5).requires_grad_()
    b = tensor(3).requires_grad_()
    c = tensor(2).requires_grad_()

    J = forward(a, b, c)
    with torch.no_grad():
        da, db, dc = backward(b, c, J)

    # 손으로 쓴 연쇄법칙 옆에 autograd의 결과를 나란히 보여 줘요.
    found = torch.autograd.grad(J, [a, b, c])

    print("J =", J.item())
    print("da =", float(da), "  autograd:", float(found[0]))
    print("db =", float(db), "  autograd:", float(found[1]))
    print("dc =", float(dc), "  autograd:", float(found[2]))


if __name__ == "__main__":
    main()
