package compare

import (
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	_ "gonum.org/v1/plot/vg/vgsvg" // the format that Save writes
)

// inks tell the servers apart, also for those who see red and green alike.
var inks = map[string]color.Color{
	nodenet.name: color.RGBA{0x1b, 0x6c, 0xa8, 0xff},
	node.name:    color.RGBA{0xe0, 0x8e, 0x0b, 0xff},
	plainGo.name: color.RGBA{0x6a, 0x3d, 0x9a, 0xff},
	netpoll.name: color.RGBA{0x88, 0x88, 0x88, 0xff},
}

// drawCharts writes every chart that r has the figures for into dir.
func drawCharts(dir string, r results) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := drawBars(filepath.Join(dir, "rate.svg"), "Messages a second, as a multiple of Node's", r, rate, nodenet, plainGo); err != nil {
		return err
	}
	if err := drawBars(filepath.Join(dir, "cpu.svg"), "CPU time a message, as a multiple of Node's (less is better)", r, cpu, nodenet, plainGo); err != nil {
		return err
	}
	return drawLatency(filepath.Join(dir, "latency.svg"), r, "echo500")
}

func newPlot(title string) *plot.Plot {
	p := plot.New()
	p.Title.Text, p.Title.Padding = title, vg.Points(8)
	for _, style := range []*text.Style{&p.Title.TextStyle, &p.X.Tick.Label, &p.Y.Tick.Label, &p.X.Label.TextStyle, &p.Y.Label.TextStyle, &p.Legend.TextStyle} {
		style.Font.Variant = "Sans"
	}
	return p
}

// drawBars shows a metric of the peers relative to Node's, line by line, on a
// logarithmic scale: to the right of 1× is more, to the left less.
func drawBars(path, title string, r results, m metric, peers ...peer) error {
	p := newPlot(title)
	p.X.Tick.Marker = ratioTicks{}
	p.Legend.Top = false
	var names []string
	values := make([]plotter.Values, len(peers))
	for _, l := range slices.Backward(lines) {
		base, _ := r.of(l, node).median(m)
		if l.kind != loaded || base == 0 || strings.HasPrefix(l.name, "loops-") {
			continue
		}
		names = append(names, strings.ReplaceAll(l.title, "`", ""))
		for i, peer := range peers {
			value, _ := r.of(l, peer).median(m)
			if value == 0 {
				value = base // not measured: no bar
			}
			values[i] = append(values[i], math.Log10(value/base))
		}
	}
	if len(names) == 0 {
		return nil
	}
	const width = 8
	for i, peer := range peers {
		bars, err := plotter.NewBarChart(values[i], vg.Points(width))
		if err != nil {
			return err
		}
		bars.Horizontal = true
		bars.Color = inks[peer.name]
		bars.LineStyle.Width = 0
		bars.Offset = vg.Points(width * (float64(len(peers)-1)/2 - float64(i)))
		p.Add(bars)
		p.Legend.Add(peer.name, bars)
	}
	p.Add(plotter.NewGrid())
	p.NominalY(names...)
	p.X.Max += 0.15 * (p.X.Max - p.X.Min) // room for the legend
	return p.Save(vg.Points(720), vg.Points(60+30*float64(len(names))), path)
}

// ratioTicks label a logarithmic axis of ratios.
type ratioTicks struct{}

// Ticks implements plot.Ticker.
func (ratioTicks) Ticks(low, high float64) (ticks []plot.Tick) {
	for power := math.Floor(low); power <= math.Ceil(high); power++ {
		for _, digit := range []float64{1, 2, 5} {
			ratio := digit * math.Pow(10, power)
			if at := math.Log10(ratio); at >= low && at <= high {
				ticks = append(ticks, plot.Tick{Value: at, Label: fmt.Sprintf("%g×", ratio)})
			}
		}
	}
	return ticks
}

// drawLatency shows how long messages took, by percentile.
func drawLatency(path string, r results, name string) error {
	i := slices.IndexFunc(lines, func(l line) bool { return l.name == name })
	l := lines[i]
	if len(r[name]) == 0 {
		return nil
	}
	p := newPlot("Latency: " + l.title)
	p.Y.Label.Text = "milliseconds"
	p.Y.Min = 0
	p.X.Label.Text = "of 100 messages so many were as fast"
	p.X.Tick.Marker = percentileTicks{}
	p.Legend.Top, p.Legend.Left = true, true
	p.Add(plotter.NewGrid())
	for _, peer := range l.peers {
		s := r.of(l, peer)
		if len(s) == 0 {
			continue
		}
		var points plotter.XYs
		for _, at := range s.typical().curve {
			points = append(points, plotter.XY{X: nines(at.percentile), Y: at.latency.Seconds() * 1e3})
		}
		curve, err := plotter.NewLine(points)
		if err != nil {
			return err
		}
		curve.Color, curve.Width = inks[peer.name], vg.Points(2)
		p.Add(curve)
		p.Legend.Add(peer.name, curve)
	}
	return p.Save(vg.Points(720), vg.Points(360), path)
}

// nines spreads the high percentiles: 90 is 1, 99 is 2, 99.9 is 3.
func nines(percentile float64) float64 { return -math.Log10(1 - percentile/100) }

// percentileTicks label an axis of nines.
type percentileTicks struct{}

// Ticks implements plot.Ticker.
func (percentileTicks) Ticks(_, _ float64) (ticks []plot.Tick) {
	for _, percentile := range []float64{0.1, 50, 90, 99, 99.9, 99.99} {
		ticks = append(ticks, plot.Tick{Value: nines(percentile), Label: fmt.Sprintf("%g", percentile)})
	}
	return ticks
}
