# J = (a + b) * (b + 1)

# 순방향 전파: 왼쪽에서 오른쪽으로 계산해요.
function forward(a, b)
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J
end

# 역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. du는 dJ/du를 줄여 쓴 이름이에요.
function backward(u, v)
    dJ = 1.0
    du = dJ * v   # du = dJ/du
    dv = dJ * u   # dv = dJ/dv
    da = du * 1   # da = du · du/da
    db = du * 1   # db = du · ∂u/∂b
    db += dv * 1  # db += dv · ∂v/∂b
    return da, db
end

function main()
    # 입력값이에요. 바꿔서 다시 실행해 보세요.
    a = 2.0
    b = 3.0

    u, v, J = forward(a, b)
    da, db = backward(u, v)

    println("J = ", J)
    println("da = ", da)
    println("db = ", db)
end

main()
