# z = w * x + b
# a = sigmoid(z)
# L = -(y * log(a) + (1 - y) * log(1 - a))

function sigmoid(x)
    return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))
end

# Forward pass: left to right.
function forward(w, x, b, y)
    u = w * x
    z = u + b
    a = sigmoid(z)
    v = log(a)
    p = y * v
    q = 1 - y
    r = 1 - a
    s = log(r)
    t = q * s
    u1 = p + t
    L = -u1
    return a, v, q, r, s, L
end

# Backward pass: the chain rule, right to left. du1 is short for dL/du1.
function backward(w, x, y, a, v, q, r, s)
    dL = 1.0
    du1 = dL * (-1)          # du1 = dL/du1
    dp = du1 * 1             # dp = du1 · du1/dp
    dt = du1 * 1             # dt = du1 · du1/dt
    dv = dp * y              # dv = dp · dp/dv
    dq = dt * s              # dq = dt · dt/dq
    ds = dt * q              # ds = dt · dt/ds
    dy = dp * v              # dy = dp · ∂p/∂y
    dy += dq * (-1)          # dy += dq · ∂q/∂y
    dr = ds * (1 / r)        # dr = ds · ds/dr
    da = dv * (1 / a)        # da = dv · ∂v/∂a
    da += dr * (-1)          # da += dr · ∂r/∂a
    dz = da * (a * (1 - a))  # dz = da · da/dz
    du = dz * 1              # du = dz · dz/du
    db = dz * 1              # db = dz · dz/db
    dw = du * x              # dw = du · du/dw
    dx = du * w              # dx = du · du/dx
    return dw, dx, db, dy
end

function main()
    # The inputs: change them and run again.
    w = 0.5
    x = 2.0
    b = 0.0
    y = 1.0

    a, v, q, r, s, L = forward(w, x, b, y)
    dw, dx, db, dy = backward(w, x, y, a, v, q, r, s)

    println("L = ", L)
    println("dw = ", dw)
    println("dx = ", dx)
    println("db = ", db)
    println("dy = ", dy)
end

main()
