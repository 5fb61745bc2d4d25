package main

import "os/exec"

// grouped ends the command alone: Windows has no process groups to end.
func grouped(cmd *exec.Cmd) (kill func() error) {
	return func() error { return cmd.Process.Kill() }
}
