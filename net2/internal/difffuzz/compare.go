package difffuzz

import (
	"context"
	"sync"
)

// ways are how often, and how differently, Node has to agree with itself.
var ways = []Way{
	{Width: 32},
	{Width: 16, Shake: 1, Pinned: true},
	{Width: 32, Shake: 77},
}

// doubts are played for a program that seems to differ, before it is believed.
var doubts = []Way{
	{Width: 1},
	{Width: 8, Shake: 2},
	{Width: 8, Shake: 3},
	{Width: 1, Shake: 4},
	{Width: 8, Shake: 5},
	{Width: 8, Shake: 6},
}

// goPlays are how often this module plays each program, goWidth how many it plays at a time.
const (
	goPlays = 3
	goWidth = 24

	alonePlays = 10
)

// Verdict is the outcome of one program.
type Verdict struct {
	Program  Program
	Unstable bool // Node disagrees with itself
	Node, Go Transcript
	Node2    Transcript // when unstable: another play of Node
	Named    string     // the heading of docs/differences.md that names the difference
	Late     bool       // Wrong was the machine's doing: alone it never is
	Wrong    int        // plays of this module that were not Node's
	Plays    int
}

// Differs says whether this module disagrees with a Node that agrees with itself.
func (v Verdict) Differs() bool { return !v.Unstable && v.Wrong > 0 && v.Named == "" }

// Compare plays the programs on both sides.
func Compare(ctx context.Context, node *Node, programs []Program) ([]Verdict, error) {
	verdicts, err := compare(ctx, node, programs, ways, goPlays)
	if err != nil {
		return nil, err
	}
	for i := range verdicts {
		verdicts[i].alone()
	}
	var doubted []Program
	for _, v := range verdicts {
		if v.Differs() {
			doubted = append(doubted, v.Program)
		}
	}
	if len(doubted) == 0 {
		return verdicts, nil
	}
	unstable := map[uint64]Verdict{}
	again, err := agree(ctx, node, doubted, doubts)
	if err != nil {
		return nil, err
	}
	for _, v := range again {
		unstable[v.Program.Seed] = v
	}
	for i, v := range verdicts {
		if a, ok := unstable[v.Program.Seed]; ok && (a.Unstable || a.Node.Text() != v.Node.Text()) {
			verdicts[i].Unstable = true
			verdicts[i].Node2 = a.Node
			if a.Unstable {
				verdicts[i].Node, verdicts[i].Node2 = a.Node, a.Node2
			}
		}
	}
	return verdicts, nil
}

func compare(ctx context.Context, node *Node, programs []Program, ways []Way, plays int) ([]Verdict, error) {
	verdicts, err := agree(ctx, node, programs, ways)
	if err != nil {
		return nil, err
	}
	slots := make(chan struct{}, goWidth)
	var all sync.WaitGroup
	for i := range verdicts {
		if verdicts[i].Unstable {
			continue
		}
		slots <- struct{}{}
		all.Go(func() {
			verdicts[i].play(plays)
			<-slots
		})
	}
	all.Wait()
	return verdicts, nil
}

func (v *Verdict) play(times int) {
	for range times {
		t := Play(v.Program)
		v.Plays++
		if t.Text() != v.Node.Text() {
			v.Wrong++
			v.Go = t
			v.Named = named(v.Program, v.Node, t)
		}
	}
}

// alone plays a program again that was wrong only now and then, with the processors to itself: among others that keep
// them busy a goroutine may come so late that the program took its absence for rest.
func (v *Verdict) alone() {
	if v.Unstable || v.Wrong == 0 || v.Wrong == v.Plays {
		return
	}
	again := Verdict{Program: v.Program, Node: v.Node}
	again.play(alonePlays)
	if again.Wrong == 0 {
		v.Late, v.Wrong, v.Named = true, 0, ""
	}
}

// agree plays the programs on Node in all ways.
func agree(ctx context.Context, node *Node, programs []Program, ways []Way) ([]Verdict, error) {
	verdicts := make([]Verdict, len(programs))
	for w, way := range ways {
		played, err := node.Play(ctx, programs, way)
		if err != nil {
			return nil, err
		}
		for i, p := range programs {
			v, t := &verdicts[i], played[p.Seed]
			if w == 0 {
				v.Program, v.Node = p, t
			} else if !v.Unstable && t.Text() != v.Node.Text() {
				v.Unstable, v.Node2 = true, t
			}
		}
	}
	return verdicts, nil
}
