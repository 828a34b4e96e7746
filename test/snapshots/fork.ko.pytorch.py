# J = (a + b) * (b + 1)

import torch


def tensor(x):
    return torch.as_tensor(x, dtype=torch.float64)


def forward(a, b):
    """순방향 전파: 왼쪽에서 오른쪽으로 계산해요."""
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J


def backward(u, v, J):
    """역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. du는 dJ/du를 줄여 쓴 이름이에요."""
    dJ = torch.ones_like(J)
    du = dJ * v   # du = dJ/du
    dv = dJ * u   # dv = dJ/dv
    da = du * 1   # da = du · du/da
    db = du * 1   # db = du · ∂u/∂b
    db += dv * 1  # db += dv · ∂v/∂b
    return da, db


def main():
    # 입력값이에요. 바꿔서 다시 실행해 보세요.
    a = tensor(2).requires_grad_()
    b = tensor(3).requires_grad_()

    u, v, J = forward(a, b)
    with torch.no_grad():
        da, db = backward(u, v, J)

    # 손으로 쓴 연쇄법칙 옆에 autograd의 결과를 나란히 보여 줘요.
    found = torch.autograd.grad(J, [a, b])

    print("J =", J.item())
    print("da =", float(da), "  autograd:", float(found[0]))
    print("db =", float(db), "  autograd:", float(found[1]))


if __name__ == "__main__":
    main()
