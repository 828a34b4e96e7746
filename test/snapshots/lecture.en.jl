# J = 3 * (a + b * c)

# Forward pass: left to right.
function forward(a, b, c)
    u = b * c
    v = a + u
    J = 3 * v
    return J
end

# Backward pass: the chain rule, right to left. dv is short for dJ/dv.
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
    # The inputs: change them and run again.
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
