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

// 순방향 전파: 왼쪽에서 오른쪽으로 계산해요.
static struct Values forward(double a, double b) {
  double u = a + b;
  double v = b + 1;
  double J = u * v;
  return (struct Values){u, v, J};
}

// 역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. du는 dJ/du를 줄여 쓴 이름이에요.
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
  // 입력값이에요. 바꿔서 다시 실행해 보세요.
  double a = 2;
  double b = 3;

  struct Values values = forward(a, b);
  struct Gradients gradients = backward(values.u, values.v);

  printf("J = %.17g\n", values.J);
  printf("da = %.17g\n", gradients.da);
  printf("db = %.17g\n", gradients.db);
  return 0;
}
