// z = w * x + b
// a = sigmoid(z)
// L = -(y * log(a) + (1 - y) * log(1 - a))

#include <math.h>
#include <stdio.h>

static double sigmoid(double x) {
  return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

struct Values {
  double a;
  double v;
  double q;
  double r;
  double s;
  double L;
};

struct Gradients {
  double dw;
  double dx;
  double db;
  double dy;
};

// Forward pass: left to right.
static struct Values forward(double w, double x, double b, double y) {
  double u = w * x;
  double z = u + b;
  double a = sigmoid(z);
  double v = log(a);
  double p = y * v;
  double q = 1 - y;
  double r = 1 - a;
  double s = log(r);
  double t = q * s;
  double u1 = p + t;
  double L = -u1;
  return (struct Values){a, v, q, r, s, L};
}

// Backward pass: the chain rule, right to left. du1 is short for dL/du1.
static struct Gradients backward(
  double w, double x, double y, double a, double v, double q, double r, double s
) {
  double dL = 1;
  double du1 = dL * (-1);          // du1 = dL/du1
  double dp = du1 * 1;             // dp = du1 · du1/dp
  double dt = du1 * 1;             // dt = du1 · du1/dt
  double dv = dp * y;              // dv = dp · dp/dv
  double dq = dt * s;              // dq = dt · dt/dq
  double ds = dt * q;              // ds = dt · dt/ds
  double dy = dp * v;              // dy = dp · ∂p/∂y
  dy += dq * (-1);                 // dy += dq · ∂q/∂y
  double dr = ds * (1 / r);        // dr = ds · ds/dr
  double da = dv * (1 / a);        // da = dv · ∂v/∂a
  da += dr * (-1);                 // da += dr · ∂r/∂a
  double dz = da * (a * (1 - a));  // dz = da · da/dz
  double du = dz * 1;              // du = dz · dz/du
  double db = dz * 1;              // db = dz · dz/db
  double dw = du * x;              // dw = du · du/dw
  double dx = du * w;              // dx = du · du/dx
  return (struct Gradients){dw, dx, db, dy};
}

int main(void) {
  // The inputs: change them and run again.
  double w = 0.5;
  double x = 2;
  double b = 0;
  double y = 1;

  struct Values values = forward(w, x, b, y);
  struct Gradients gradients = backward(
    w, x, y, values.a, values.v, values.q, values.r, values.s
  );

  printf("L = %.17g\n", values.L);
  printf("dw = %.17g\n", gradients.dw);
  printf("dx = %.17g\n", gradients.dx);
  printf("db = %.17g\n", gradients.db);
  printf("dy = %.17g\n", gradients.dy);
  return 0;
}
