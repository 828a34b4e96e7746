// J = 3 * (a + b * c)

#include <math.h>
#include <stdio.h>

struct Gradients {
  double da;
  double db;
  double dc;
};

// 순방향 전파: 왼쪽에서 오른쪽으로 계산해요.
static double forward(double a, double b, double c) {
  double u = b * c;
  double v = a + u;
  double J = 3 * v;
  return J;
}

// 역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. dv는 dJ/dv를 줄여 쓴 이름이에요.
static struct Gradients backward(double b, double c) {
  double dJ = 1;
  double dv = dJ * 3;  // dv = dJ/dv
  double da = dv * 1;  // da = dv · dv/da
  double du = dv * 1;  // du = dv · dv/du
  double db = du * c;  // db = du · du/db
  double dc = du * b;  // dc = du · du/dc
  return (struct Gradients){da, db, dc};
}

int main(void) {
  // 입력값이에요. 바꿔서 다시 실행해 보세요.
  double a = 5;
  double b = 3;
  double c = 2;

  double J = forward(a, b, c);
  struct Gradients gradients = backward(b, c);

  printf("J = %.17g\n", J);
  printf("da = %.17g\n", gradients.da);
  printf("db = %.17g\n", gradients.db);
  printf("dc = %.17g\n", gradients.dc);
  return 0;
}
