"""The build, stage by stage; the only package that knows them all."""
