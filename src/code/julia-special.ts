import type { Source } from './target.ts';

/**
 * What Julia's Base lacks, by the methods of core/special.ts: NIST DLMF 7.6.2 and 7.9.1 (erf), Lanczos' approximation
 * with P. Godfrey's coefficients for g = 7 and 5.5.3 (gamma), 5.5.2, 5.5.4 and 5.11.2 (digamma).
 */
export const juliaSources: ReadonlyMap<string, Source> = new Map<string, Source>([
  [
    'attempt',
    {
      about: (t) => t.code.attempt,
      text: `function attempt(formula, otherwise)
    try
        return formula()
    catch error
        error isa DomainError || rethrow()
        return otherwise
    end
end`,
    },
  ],
  [
    'erf',
    {
      text: `# NIST DLMF 7.6.2, 7.9.1
function erf(x)
    a = abs(x)
    if a >= 2.5
        fraction = 0.0
        for k in 60:-1:1
            fraction = k / 2 / (a + fraction)
        end
        return sign(x) * (1 - exp(-a * a) / (sqrt(pi) * (a + fraction)))
    end
    term = float(x)
    total = term
    n = 1
    while abs(term) > 1e-17 * abs(total)
        term *= 2 * x * x / (2 * n + 1)
        total += term
        n += 1
    end
    return 2 / sqrt(pi) * exp(-x * x) * total
end`,
    },
  ],
  [
    'lanczos_sum',
    {
      text: `# C. Lanczos (1964); coefficients by P. Godfrey (2001) for g = 7
function lanczos_sum(x)
    coefficients = [
        676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ]
    total = 0.99999999999980993
    for (i, c) in enumerate(coefficients)
        total += c / (x + i)
    end
    return total
end`,
    },
  ],
  [
    'gamma',
    {
      needs: ['lanczos_sum'],
      text: `function gamma(x)
    if x <= 0 && isinteger(x)
        return NaN
    elseif x < 0.5
        return pi / (sin(pi * x) * gamma(1 - x))
    elseif isinteger(x) && x <= 23
        return prod(1.0:x-1)
    end
    t = x + 6.5
    half = t^((x - 0.5) / 2)
    return sqrt(2 * pi) * half * exp(-t) * half * lanczos_sum(x - 1)
end`,
    },
  ],
  [
    'lgamma',
    {
      needs: ['lanczos_sum'],
      text: `function lgamma(x)
    if !(x > 0)
        return NaN
    elseif x < 0.5
        return log(pi / sin(pi * x)) - lgamma(1 - x)
    end
    t = x + 6.5
    return log(2 * pi) / 2 + (x - 0.5) * log(t) - t + log(lanczos_sum(x - 1))
end`,
    },
  ],
  [
    'digamma',
    {
      text: `# NIST DLMF 5.5.2, 5.5.4, 5.11.2
function digamma(x)
    if x <= 0 && isinteger(x)
        return NaN
    elseif x < 0
        return digamma(1 - x) - pi / tan(pi * x)
    end
    shift = 0.0
    while x < 10
        shift -= 1 / x
        x += 1
    end
    r = 1 / (x * x)
    series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * 691 / 32760)))))
    return shift + log(x) - 0.5 / x - series
end`,
    },
  ],
]);
