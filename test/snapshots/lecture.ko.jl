# J = 3 * (a + b * c)

# 순방향 전파: 왼쪽에서 오른쪽으로 계산해요.
function forward(a, b, c)
    u = b * c
    v = a + u
    J = 3 * v
    return J
end

# 역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. dv는 dJ/dv를 줄여 쓴 이름이에요.
function backward(b, c)
    dJ = 1.0
    dv = dJ * 3  # dv = dJ/dv
    da = dv * 1  # da = dv · dv/da
    du = dv * 1  # du = dv · dv/du
    db = du * c  # db = du · du/db
    dc = du * b  # dc = du · du/dc
    return da, db, dc
end

function main()
    # 입력값이에요. 바꿔서 다시 실행해 보세요.
    a = 5.0
    b = 3.0
    c = 2.0

    J = forward(a, b, c)
    da, db, dc = backward(b, c)

    println("J = ", J)
    println("da = ", da)
    println("db = ", db)
    println("dc = ", dc)
end

main()
