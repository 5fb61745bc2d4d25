package compare

import (
	"fmt"
	"strconv"
)

// Three digits are as many as the measurements carry.

func showRate(v float64) string {
	switch {
	case v >= 1e6:
		return trim(v/1e6) + " M/s"
	case v >= 1e3:
		return trim(v/1e3) + " k/s"
	}
	return trim(v) + " /s"
}

func showSeconds(v float64) string {
	switch {
	case v >= 1:
		return trim(v) + " s"
	case v >= 1e-3:
		return trim(v*1e3) + " ms"
	}
	return trim(v*1e6) + " µs"
}

func showBytes(v float64) string {
	switch {
	case v >= 1<<20:
		return trim(v/(1<<20)) + " MiB"
	case v >= 1<<10:
		return trim(v/(1<<10)) + " KiB"
	}
	return trim(v) + " B"
}

func showRatio(v float64) string { return trim(v) + "×" }

func showPercent(v float64) string { return fmt.Sprintf("%.0f %%", v*100) }

func trim(v float64) string {
	decimals := 2
	for limit := 10.0; decimals > 0 && v >= limit; limit *= 10 {
		decimals--
	}
	return strconv.FormatFloat(v, 'f', decimals, 64)
}
