package serve

import (
	"embed"
	"io/fs"
	"os"
)

//go:embed node/*.js
var scripts embed.FS

// NodeScripts writes the Node programs into a new directory, which the caller removes.
func NodeScripts() (string, error) {
	programs, err := fs.Sub(scripts, "node")
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "bench-node-")
	if err != nil {
		return "", err
	}
	return dir, os.CopyFS(dir, programs)
}
