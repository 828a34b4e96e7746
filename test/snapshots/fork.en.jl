# J = (a + b) * (b + 1)

# Forward pass: left to right.
function forward(a, b)
    u = a + b
    v = b + 1
    J = u * v
    return u, v, J
end

# Backward pass: the chain rule, right to left. du is short for dJ/du.
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
    # The inputs: change them and run again.
    a = 2.0
    b = 3.0

    u, v, J = forward(a, b)
    da, db = backward(u, v)

    println("J = ", J)
    println("da = ", da)
    println("db = ", db)
end

main()
