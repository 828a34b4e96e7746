// J = (a + b) * (b + 1)

#include <math.h>
#include <stdio.h>

struct Values {
  double u;
  double v;
  double J;
};

struct Gradients {
  double da;
  double db;
};

// Forward pass: left to right.
static struct Values forward(double a, double b) {
  double u = a + b;
  double v = b + 1;
  double J = u * v;
  return (struct Values){u, v, J};
}

// Backward pass: the chain rule, right to left. du is short for dJ/du.
static struct Gradients backward(double u, double v) {
  double dJ = 1;
  double du = dJ * v;  // du = dJ/du
  double dv = dJ * u;  // dv = dJ/dv
  double da = du * 1;  // da = du · du/da
  double db = du * 1;  // db = du · ∂u/∂b
  db += dv * 1;        // db += dv · ∂v/∂b
  return (struct Gradients){da, db};
}

int main(void) {
  // The inputs: change them and run again.
  double a = 2;
  double b = 3;

  struct Values values = forward(a, b);
  struct Gradients gradients = backward(values.u, values.v);

  printf("J = %.17g\n", values.J);
  printf("da = %.17g\n", gradients.da);
  printf("db = %.17g\n", gradients.db);
  return 0;
}
