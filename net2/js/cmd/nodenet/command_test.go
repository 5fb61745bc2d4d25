package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		args []string
		want command
	}{
		{[]string{"a.js"}, command{file: "a.js", args: []string{}}},
		{[]string{"--expose-gc", "--stack=1", "a.js", "-e", "x"}, command{flags: []string{"--expose-gc", "--stack=1"}, file: "a.js", args: []string{"-e", "x"}}},
		{[]string{"-e", "code", "x"}, command{flags: []string{"-e", "code"}, eval: true, code: "code", args: []string{"x"}}},
		{[]string{"-pe", "1"}, command{flags: []string{"-pe", "1"}, eval: true, print: true, code: "1", args: []string{}}},
		{[]string{"--eval=1"}, command{flags: []string{"--eval=1"}, eval: true, code: "1", args: []string{}}},
		{[]string{"-r", "./x", "--", "-a.js", "y"}, command{flags: []string{"-r", "./x"}, preload: []string{"./x"}, file: "-a.js", args: []string{"y"}}},
		{[]string{"-", "y"}, command{file: "-", args: []string{"y"}}},
		{[]string{"-v"}, command{flags: []string{"-v"}, version: true, args: []string{}}},
	} {
		got, err := parse(c.args)
		assert.NoError(t, err)
		assert.Equal(t, c.want, got, "%q", c.args)
	}
	for _, args := range [][]string{{}, {"-e"}, {"--check"}} {
		_, err := parse(args)
		assert.ErrorIs(t, err, errUsage, "%q", args)
	}
}
