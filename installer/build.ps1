# Builds the packages of Windows into target\packages; --help says more.
# All that is done is in java\, for every system: here only a JDK is found to run it with.
$ErrorActionPreference = 'Stop'
$project = Split-Path -Parent $PSScriptRoot

$homes = @($env:JAVA_HOME)
foreach ($parent in 'Eclipse Adoptium', 'Java', 'Microsoft') {
  $homes += Get-ChildItem -Directory -ErrorAction SilentlyContinue -Path (Join-Path $env:ProgramFiles $parent) |
    ForEach-Object { $_.FullName }
}
$jdk = $homes |
  Where-Object { $_ -and (Test-Path (Join-Path $_ 'bin\javac.exe')) -and (Test-Path (Join-Path $_ 'bin\jpackage.exe')) } |
  Select-Object -First 1
if (-not $jdk) {
  [Console]::Error.WriteLine('A JDK 17 or newer with jpackage is needed: set JAVA_HOME to it')
  exit 1
}

$classes = Join-Path $project 'target\installer\classes'
New-Item -ItemType Directory -Force $classes | Out-Null
$sources = Join-Path $PSScriptRoot 'java'
& (Join-Path $jdk 'bin\javac.exe') --release 17 -sourcepath $sources -d $classes (Join-Path $sources 'Build.java')
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
# What is written with a comma, as in --type msi-user,zip, has become an array here.
$words = @($args | ForEach-Object { $_ -join ',' })
Push-Location $project
try {
  & (Join-Path $jdk 'bin\java.exe') -cp $classes Build $project $words
  $status = $LASTEXITCODE
} finally {
  Pop-Location
}
exit $status
