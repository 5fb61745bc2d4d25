package compare

import (
	"cmp"
	"slices"
	"time"
)

// sample is one measurement of one peer.
type sample struct {
	rate     float64 // messages a second
	p50, p99 time.Duration
	p999     time.Duration
	cpu      time.Duration // of the server, a message
	switches float64       // how often threads of the server gave a processor up or lost it, a message
	memory   float64       // bytes: the peak; of idle connections one's share; of a start all
	took     time.Duration // from start to first connection
	curve    []point       // latency by percentile
}

// point is a latency that so many of 100 messages did not exceed.
type point struct {
	percentile float64
	latency    time.Duration
}

// samples are those of one peer in a line, a round each.
type samples []sample

// median of a metric, and how far its lowest and highest are apart, as a part of the median.
func (s samples) median(m metric) (median, spread float64) {
	if len(s) == 0 {
		return 0, 0
	}
	values := s.values(m)
	median = (values[(len(values)-1)/2] + values[len(values)/2]) / 2
	if median != 0 {
		spread = (values[len(values)-1] - values[0]) / median
	}
	return median, spread
}

func (s samples) values(m metric) []float64 {
	values := make([]float64, len(s))
	for i := range s {
		values[i] = m.value(s[i])
	}
	slices.Sort(values)
	return values
}

// typical is the sample with the middle p99: a curve to show.
func (s samples) typical() sample {
	sorted := slices.SortedFunc(slices.Values(s), func(a, b sample) int { return cmp.Compare(a.p99, b.p99) })
	return sorted[len(sorted)/2]
}
