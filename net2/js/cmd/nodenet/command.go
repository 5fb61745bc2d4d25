package main

import (
	"errors"
	"strings"
)

// command is what the command line asks for.
type command struct {
	flags   []string // process.execArgv
	preload []string // -r
	code    string
	eval    bool // run code
	print   bool // and print its value
	version bool
	file    string // "-": standard input
	args    []string
}

var errUsage = errors.New("usage")

// parse reads a command line as node does: options, the file, and what is the program's. Options of node that mean
// nothing here are accepted.
func parse(args []string) (c command, err error) {
	for len(args) > 0 {
		arg := args[0]
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			break
		}
		args = args[1:]
		if arg == "--" {
			break
		}
		c.flags = append(c.flags, arg)
		name, value, given := strings.Cut(arg, "=")
		if !takesValue[name] {
			c.version = c.version || name == "-v" || name == "--version"
			continue
		}
		if !given {
			if len(args) == 0 {
				return c, errUsage
			}
			value, args = args[0], args[1:]
			c.flags = append(c.flags, value)
		}
		c.set(name, value)
	}
	if !c.eval && !c.version {
		if len(args) == 0 {
			return c, errUsage
		}
		c.file, args = args[0], args[1:]
	}
	c.args = args
	return c, nil
}

var takesValue = map[string]bool{"-e": true, "--eval": true, "-p": true, "--print": true, "-pe": true, "-r": true,
	"--require": true, "-C": true, "--conditions": true, "--import": true, "--input-type": true, "--title": true}

func (c *command) set(name, value string) {
	switch name {
	case "-r", "--require":
		c.preload = append(c.preload, value)
	case "-p", "--print", "-pe":
		c.print = true
		fallthrough
	case "-e", "--eval":
		c.eval, c.code = true, value
	}
}
