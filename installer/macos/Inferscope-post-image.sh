# Run by jpackage, as JDK 25 has it, when it has copied the image for a .dmg or .pkg and before it packs
# the copy. Its files get their time again, which copying does not keep and by which the start cache
# knows the jar. Read by whatever shell the builder uses.
if [ -n "$JpAppImageDir" ]; then
  TZ=UTC0 find "$JpAppImageDir" ! -type l -exec touch -t @TIME@ {} +
fi
