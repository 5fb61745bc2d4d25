package difffuzz

import (
	"bytes"
	"context"
	_ "embed" // interp.js and shake.js
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed interp.js
var interpreter []byte

//go:embed shake.js
var shaker []byte

// Node plays programs on real Node.
type Node struct {
	dir string
	n   int
}

// NewNode puts the interpreter into dir, which is the caller's.
func NewNode(dir string) (*Node, error) {
	if _, err := exec.LookPath("node"); err != nil {
		return nil, err
	}
	for name, text := range map[string][]byte{"interp.js": interpreter, "shake.js": shaker} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return nil, err
		}
	}
	return &Node{dir: dir}, nil
}

// Way is how Node plays.
type Way struct {
	Width  int  // programs at a time
	Shake  int  // not 0: a seed for shake.js
	Pinned bool // on one processor
}

type nodeInput struct {
	Programs []Program `json:"programs"`
	Width    int       `json:"width"`
	Shake    int       `json:"shake"`
}

// Play plays the programs and returns the transcript of each, by seed. Programs have different seeds.
func (n *Node) Play(ctx context.Context, programs []Program, way Way) (map[uint64]Transcript, error) {
	n.n++
	input := filepath.Join(n.dir, fmt.Sprintf("programs%d.json", n.n))
	text, err := json.Marshal(nodeInput{Programs: programs, Width: way.Width, Shake: way.Shake})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(input, text, 0o644); err != nil {
		return nil, err
	}
	defer os.Remove(input)

	args := []string{"node", "--no-deprecation", filepath.Join(n.dir, "interp.js"), input}
	if _, err := exec.LookPath("taskset"); err == nil && way.Pinned {
		args = append([]string{"taskset", "-c", "0"}, args...)
	}
	// A file, for node may write less to a pipe than it was asked to.
	out, err := os.Create(filepath.Join(n.dir, "out"))
	if err != nil {
		return nil, err
	}
	defer out.Close()
	var complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = out, &complaint
	if err := cmd.Run(); err != nil || complaint.Len() > 0 {
		return nil, fmt.Errorf("node: %v\n%s", err, complaint.String())
	}
	return readTranscripts(out.Name(), len(programs))
}

func readTranscripts(file string, want int) (map[uint64]Transcript, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	all := map[uint64]Transcript{}
	for _, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		var t Transcript
		if err := json.Unmarshal(line, &t); err != nil {
			return nil, err
		}
		all[t.Seed] = t
	}
	if len(all) != want {
		return nil, fmt.Errorf("node played %d of %d programs", len(all), want)
	}
	return all, nil
}
