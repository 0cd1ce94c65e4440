@echo off
rem The workshop's command on Windows. It finds a JDK, builds the command if its sources are newer, and runs it;
rem everything else is in workshop\cli. The script lab does the same elsewhere.
setlocal EnableExtensions DisableDelayedExpansion

set "NEEDED=25"
rem The dot keeps the last backslash from escaping a quote.
set "ROOT=%~dp0."
set "JAR=%ROOT%\workshop\cli\target\cli.jar"
set "AOT=%ROOT%\workshop\cli\target\cli.aot"
set "JDK="

if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
call :each "%ProgramFiles%\Eclipse Adoptium"
call :each "%ProgramFiles%\Java"
call :each "%ProgramFiles%\Amazon Corretto"
call :each "%ProgramFiles%\Microsoft"
call :each "%ProgramFiles%\Zulu"
call :each "%ProgramFiles%\BellSoft"
call :each "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
call :each "%USERPROFILE%\.jdks"
call :each "%USERPROFILE%\.sdkman\candidates\java"
if not defined JDK goto :no_jdk

rem The Java side says with exit code 75 that sources are newer than the build.
set "LAB_EXIT_IF_STALE=1"
if exist "%JAR%" goto :run
:build_and_run
set "LAB_EXIT_IF_STALE="
call :build
if not %ERRORLEVEL%==0 exit /b %ERRORLEVEL%
:run
set CACHE=
rem What stays has the time to compile well, and carries several times as much then.
set TIER=
for %%C in (start watch cloud) do if "%~1"=="%%C" set TIER=-XX:TieredStopAtLevel=4
if exist "%AOT%" set CACHE="-XX:AOTCache=%AOT%"
"%JDK%\bin\java.exe" "@%ROOT%\workshop\cli\java.options" %CACHE% %TIER% "-Dlab.root=%ROOT%" -jar "%JAR%" %*
if not %ERRORLEVEL%==75 exit /b %ERRORLEVEL%
goto :build_and_run

:build
"%JDK%\bin\java.exe" "%ROOT%\workshop\cli\src\main\java\dev\edaworkshop\cli\build\Build.java" "%ROOT%"
exit /b %ERRORLEVEL%

rem Tries every folder in a folder.
:each
if defined JDK exit /b 0
if not exist "%~1\" exit /b 0
pushd "%~1"
for /d %%D in (*) do call :try "%%~fD"
popd
exit /b 0

rem Takes the first folder that is a JDK new enough. Its release file has a line like JAVA_VERSION="25.0.3".
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION=0"
for /f "usebackq tokens=1,2 delims==." %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set VERSION=%%L
set VERSION=%VERSION:"=%
if %VERSION% GEQ %NEEDED% set "JDK=%~f1"
exit /b 0

:no_jdk
echo No JDK %NEEDED% was found, and the workshop is written in Java %NEEDED%. 1>&2
echo   Looked at JAVA_HOME, java on the PATH, the usual folders in Program Files (Eclipse Adoptium, Java, 1>&2
echo   Amazon Corretto, Microsoft, Zulu, BellSoft), and in your home folder .jdks and .sdkman. 1>&2
echo   Install a JDK %NEEDED% of any vendor (winget install EclipseAdoptium.Temurin.%NEEDED%.JDK), open a new terminal, 1>&2
echo   or point JAVA_HOME at the one you have. Then run lab again. 1>&2
exit /b 2
